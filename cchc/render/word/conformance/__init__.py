"""Does a Word file look as NĐ 30/2020/NĐ-CP and the layout of the appendix ask? `check.check(data)` tells."""
