"""What every store must do. Subclass `StoreContract` once per database."""

from __future__ import annotations

from .contract_accounts import AccountContract
from .contract_answers import AnswerContract
from .contract_base import Open
from .contract_handed import HandedContract
from .contract_messages import MessageContract
from .contract_outbound import OutboundContract
from .contract_papers import PaperContract
from .contract_processes import ProcessContract
from .contract_reminders import ReminderContract
from .contract_search import SearchContract
from .contract_work import WorkContract


class StoreContract(
    ProcessContract,
    WorkContract,
    MessageContract,
    PaperContract,
    OutboundContract,
    ReminderContract,
    AccountContract,
    HandedContract,
    SearchContract,
    AnswerContract,
):
    """The whole contract."""


__all__ = ["Open", "StoreContract"]
