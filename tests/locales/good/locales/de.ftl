key_facts = Wichtigste Angaben
said_via = {", "}über {$carrier}
