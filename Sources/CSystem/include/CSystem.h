/// The one place of the package that names a C library.
#ifndef KEIKAKU_CSYSTEM_H
#define KEIKAKU_CSYSTEM_H

#include <stddef.h>
#include <stdint.h>

#include "CSystemFiles.h"
#include "CSystemProcess.h"
#include "CSystemSQLite.h"
#include "CSystemText.h"

#endif
