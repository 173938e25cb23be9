import Keikaku
