key_facts = Ana bilgiler
