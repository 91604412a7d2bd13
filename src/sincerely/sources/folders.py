"""What a mail folder is for, told by its name in the languages of common mail programs."""

from __future__ import annotations

from typing import Literal

Role = Literal["inbox", "sent", "drafts", "junk", "bin", "other"]

_NAMES: dict[Role, str] = {
    "inbox": "inbox|posteingang|boîte de réception|bandeja de entrada|recibidos|posta in arrivo|postvak in"
    "|caixa de entrada",
    "sent": "sent|sent mail|sent items|sent messages|sent-mail|outbox sent|gesendet|gesendete objekte"
    "|gesendete elemente|envoyés|messages envoyés|éléments envoyés|enviados|elementos enviados|correo enviado"
    "|inviata|posta inviata|verzonden|verzonden items|verzonden berichten|itens enviados|mensagens enviadas",
    "drafts": "draft|drafts|entwurf|entwürfe|brouillon|brouillons|borrador|borradores|bozza|bozze|concepten"
    "|rascunho|rascunhos|templates|vorlagen|unsent messages|outbox",
    "junk": "junk|junk e-mail|junk email|junk mail|spam|bulk mail|bulk|unwanted|werbung|spamverdacht"
    "|courrier indésirable|indésirables|pourriel|correo no deseado|no deseado|posta indesiderata|indesiderata"
    "|ongewenste e-mail|ongewenst|lixo eletrônico|lixo eletrónico|correio eletrónico não solicitado",
    "bin": "trash|bin|deleted|deleted items|deleted messages|papierkorb|gelöscht|gelöschte objekte"
    "|gelöschte elemente|corbeille|éléments supprimés|messages supprimés|papelera|elementos eliminados"
    "|eliminados|cestino|posta eliminata|prullenbak|verwijderde items|verwijderd|lixeira|itens excluídos"
    "|itens eliminados",
}
_ROLES: dict[str, Role] = {name: role for role, names in _NAMES.items() for name in names.split("|")}
_WHY: dict[Role, str] = {"drafts": "drafts were never sent", "junk": "junk is not read", "bin": "it was thrown away"}


def role(name: str) -> Role:
    """Return what a folder is for; a path ("[Gmail]/Sent Mail", "INBOX.Sent") counts by its parts.

    >>> role("[Gmail]/Sent Mail"), role("INBOX.Junk E-mail.2024"), role("Acme")
    ('sent', 'junk', 'other')
    """
    found: Role = "other"
    for part in name.replace("/", ".").replace("\\", ".").split("."):
        known = _ROLES.get(part.strip().casefold().replace("_", " "), "other")
        if known in _WHY:  # whatever lies in the bin is thrown away, whoever wrote it
            return known
        if known == "sent" or found == "other":
            found = known
    return found


def why_left_out(folder_role: Role) -> str:
    """Return why folders of that role are not read; "" for those that are."""
    return _WHY.get(folder_role, "")
