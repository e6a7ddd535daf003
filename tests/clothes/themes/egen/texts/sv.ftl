nav-home = Framsidan
klader-slut = Region Norrvala har gjort portalen i ordning.
