said_via = , bir ajans aracılığıyla
unnamed_one = bir kişi
unnamed_uncounted =
    { $who ->
       *[other] birileri
    }
count_briefs = bir sürü not
people =
    { $count ->
        [one] bir kişi
       *[other] birkaç kişi
    }
