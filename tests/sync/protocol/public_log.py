"""A small public log of real submissions, and the documents that it hands out."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.forum.chain import commitment, new_salt
from kiosk.forum.submissions import canonical_bytes
from sync.protocol.checkpoints import Checkpoint, sign_checkpoint
from sync.protocol.merkle import consistency_proof, inclusion_proof, root_at
from sync.protocol.notes import verifier_key
from sync.protocol.receipt_proofs import ConsistencyProof, ReceiptProof, make_receipt_proof
from tests.submissions import poll_submission
from tests.sync.protocol.merkle_tree import KeptNodes

ORIGIN = "kiosk.example/log"


class PublicLog:
    """A log of submissions under a fresh key."""

    def __init__(self, count: int) -> None:
        self.key = Ed25519PrivateKey.generate()
        self.verifier = verifier_key(ORIGIN, self.key)
        self.submissions = [poll_submission(answers={"first": "security", "why": "“평화” 🙂"}) for _ in range(count)]
        self.records = [canonical_bytes(each) for each in self.submissions]
        self.salts = [new_salt() for _ in range(count)]
        self.commitments = [commitment(*each) for each in zip(self.salts, self.records, strict=True)]
        self.nodes = KeptNodes(self.commitments)

    def note(self, size: int) -> str:
        """Return the signed checkpoint that the log had at this size."""
        return sign_checkpoint(Checkpoint(ORIGIN, size, root_at(size, self.nodes.hash_at)), self.key)

    def proof(self, index: int, size: int, with_record: bool = True) -> ReceiptProof:
        """Return the document of one receipt."""
        return make_receipt_proof(
            record_commitment=self.commitments[index],
            leaf_index=index,
            path=inclusion_proof(index, size, self.nodes.hash_at),
            note=self.note(size),
            key=self.verifier,
            receipt_id=self.submissions[index].receipt_id,
            salt=self.salts[index] if with_record else None,
            record=self.records[index] if with_record else None,
        )

    def growth(self, old: int, new: int) -> ConsistencyProof:
        """Return the document that joins two checkpoints."""
        path = consistency_proof(old, new, self.nodes.hash_at)
        return ConsistencyProof(old_size=old, new_size=new, path=[each.hex() for each in path])
