# Sample words, none of them good.
key_fact = Ana bilgiler
bottom_lne = Öz
entirely_made_up_by_somebody = Yok
