unknown-language = `{ $name }` ist keine Sprache dieses Programms; wählen Sie eine von diesen: { $languages }
variable = { $name }: { $reason }
