import KeikakuExport
print("keikaku")
