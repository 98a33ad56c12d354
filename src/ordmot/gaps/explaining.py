"""Why a gap stands where it does: the rows that its chance to be right is made of."""

from __future__ import annotations

from ordmot.gaps.accounts import Account, Accounts
from ordmot.gaps.chances import Pair, rate_chance, table_for
from ordmot.gaps.making import FINDS
from ordmot.ledger import Gap, Ledger, Likeness, RowScore


def weigh_gap(ledger: Ledger, gap: Gap) -> Likeness | None:
    """Give what each row adds to the chance of a gap, None where nothing of the kind ranks it."""
    if gap.relation not in FINDS:
        return None
    accounts = Accounts(ledger.readings)
    one, other = (_account_of(ledger, gap, claim, accounts) for claim in gap.claims[:2])
    if one is None or other is None:
        return None
    pair = Pair(relation=gap.relation, one=one, other=other)
    table = table_for(pair)
    return Likeness(
        claims=(one.claim.id, other.claim.id),
        score=round(rate_chance(pair), 4),
        bias=table.bias,
        rows=tuple(
            RowScore(
                name=row.name, score=round(told, 4), share=round(row.weight * told, 4), reason=None
            )
            for row, told in ((row, row.tell(pair)) for row in table.rows)
        ),
    )


def _account_of(ledger: Ledger, gap: Gap, claim: str, accounts: Accounts) -> Account | None:
    """Give a claim of a gap as an answer, to the gap's own question first."""
    homes = ledger.findings.homes.get(claim, ())
    asked = sorted(homes, key=lambda question: (question != gap.question, question))
    if not asked:
        return None
    own = accounts.of(ledger.question(asked[0]))
    return next((account for account in own if account.claim.id == claim), None)
