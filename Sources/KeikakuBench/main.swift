import KeikakuExport
print("bench")
