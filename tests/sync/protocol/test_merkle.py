"""The public log's tree holds to the published vectors, to the RFC's own definition and to another implementation."""

import pymerkle
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sync.protocol.merkle import (
    EMPTY_ROOT,
    LARGEST_SIZE,
    Frontier,
    LogDamaged,
    ProofRejected,
    append,
    consistency_places,
    consistency_proof,
    frontier_from,
    inclusion_places,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_at,
    verify_consistency,
    verify_inclusion,
)
from tests.sync.protocol.merkle_tree import KeptNodes, mth, path, subproof

# The eight entries, and the roots over the first 0 to 8 of them, by which Certificate Transparency's programs are held.
ENTRIES = [
    bytes.fromhex(each)
    for each in ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
]
ROOTS = [
    bytes.fromhex(each)
    for each in (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    )
]
PUBLISHED_PATHS = {  # (index, size)
    (0, 1): [],
    (0, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (5, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
}
PUBLISHED_CONSISTENCY = {  # (old size, new size)
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (2, 5): [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
    (6, 7): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}
MOST = 70
COMMITMENTS = [leaf_hash(b"commitment %d" % each) for each in range(MOST)]
LOG = KeptNodes(COMMITMENTS)
sizes = st.integers(1, MOST)


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int]:
    size = draw(sizes)
    return draw(st.integers(0, size - 1)), size


@st.composite
def growths(draw: st.DrawFn) -> tuple[int, int]:
    new = draw(sizes)
    return draw(st.integers(1, new)), new


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size: int) -> None:
    assert append(Frontier(), ENTRIES[:size])[0].root() == ROOTS[size] == mth(ENTRIES[:size])


@pytest.mark.parametrize("place", PUBLISHED_PATHS)
def test_inclusion_proofs_are_the_published_ones(place: tuple[int, int]) -> None:
    published = [bytes.fromhex(each) for each in PUBLISHED_PATHS[place]]
    assert inclusion_proof(*place, KeptNodes(ENTRIES).hash_at) == published
    verify_inclusion(leaf_hash(ENTRIES[place[0]]), *place, published, ROOTS[place[1]])


@pytest.mark.parametrize("growth", PUBLISHED_CONSISTENCY)
def test_consistency_proofs_are_the_published_ones(growth: tuple[int, int]) -> None:
    published = [bytes.fromhex(each) for each in PUBLISHED_CONSISTENCY[growth]]
    assert consistency_proof(*growth, KeptNodes(ENTRIES).hash_at) == published
    verify_consistency(*growth, published, ROOTS[growth[0]], ROOTS[growth[1]])


@given(st.lists(st.lists(st.binary(max_size=40), max_size=9), max_size=9))
def test_log_is_the_same_however_its_entries_were_batched(batches: list[list[bytes]]) -> None:
    entries = [each for batch in batches for each in batch]
    kept = KeptNodes(*batches)
    assert kept.frontier.root() == mth(entries)
    complete = {
        (level, index): mth(entries[index << level : (index + 1) << level])
        for level in range(len(entries).bit_length())
        for index in range(len(entries) >> level)
    }
    assert kept == complete
    assert frontier_from(kept.frontier.size, kept.frontier.packed()) == kept.frontier


@given(growths())
def test_earlier_roots_are_read_back_from_the_nodes(growth: tuple[int, int]) -> None:
    assert root_at(growth[0], LOG.hash_at) == mth(COMMITMENTS[: growth[0]])
    assert root_at(0, LOG.hash_at) == EMPTY_ROOT


@given(places())
def test_inclusion_proofs_are_the_rfcs_and_hold(place: tuple[int, int]) -> None:
    index, size = place
    proof = inclusion_proof(index, size, LOG.hash_at)
    assert proof == path(index, COMMITMENTS[:size])
    verify_inclusion(leaf_hash(COMMITMENTS[index]), index, size, proof, mth(COMMITMENTS[:size]))


@given(growths())
def test_consistency_proofs_are_the_rfcs_and_hold(growth: tuple[int, int]) -> None:
    old, new = growth
    proof = consistency_proof(old, new, LOG.hash_at)
    assert proof == subproof(old, COMMITMENTS[:new])
    verify_consistency(old, new, proof, mth(COMMITMENTS[:old]), mth(COMMITMENTS[:new]))


@given(places())
def test_another_implementation_agrees_on_inclusion(place: tuple[int, int]) -> None:
    index, size = place
    other = pymerkle.InmemoryTree()
    other.append_entries(COMMITMENTS[:size])
    root = append(Frontier(), COMMITMENTS[:size])[0].root()
    assert other.get_root() == root
    theirs = other.prove_inclusion(index + 1)
    ours = inclusion_proof(index, size, LOG.hash_at)
    assert theirs.path == [leaf_hash(COMMITMENTS[index]), *ours]
    verify_inclusion(leaf_hash(COMMITMENTS[index]), index, size, theirs.path[1:], root)
    theirs.path[1:] = ours
    pymerkle.verify_inclusion(leaf_hash(COMMITMENTS[index]), root, theirs, index=index + 1, size=size)


@given(growths())
def test_another_implementation_finds_our_roots_consistent(growth: tuple[int, int]) -> None:
    old, new = growth
    other = pymerkle.InmemoryTree()
    other.append_entries(COMMITMENTS[:new])
    # Its consistency proofs have a form of their own; its verifier judges our two roots by them.
    theirs = other.prove_consistency(old, new)
    pymerkle.verify_consistency(
        root_at(old, LOG.hash_at), root_at(new, LOG.hash_at), theirs, prior_size=old, later_size=new
    )


@given(places(), st.data())
def test_inclusion_is_refused_when_any_byte_was_altered(place: tuple[int, int], data: st.DataObject) -> None:
    index, size = place
    parts = [leaf_hash(COMMITMENTS[index]), mth(COMMITMENTS[:size]), *inclusion_proof(index, size, LOG.hash_at)]
    leaf, root, *proof = _altered(parts, data)
    with pytest.raises(ProofRejected):
        verify_inclusion(leaf, index, size, proof, root)


@given(places(), st.integers(-2, MOST + 2))
def test_inclusion_is_refused_at_another_index(place: tuple[int, int], other: int) -> None:
    index, size = place
    assume(other != index)
    proof = inclusion_proof(index, size, LOG.hash_at)
    with pytest.raises(ProofRejected):
        verify_inclusion(leaf_hash(COMMITMENTS[index]), other, size, proof, mth(COMMITMENTS[:size]))


@given(places(), st.sampled_from(["half", "double"]))
def test_inclusion_is_refused_in_a_log_of_another_height(place: tuple[int, int], change: str) -> None:
    # The exact size is not in the path: it is bound to the root by the checkpoint.
    index, size = place
    other = size // 2 if change == "half" else 2 * size
    with pytest.raises(ProofRejected):
        verify_inclusion(
            leaf_hash(COMMITMENTS[index]),
            index,
            other,
            inclusion_proof(index, size, LOG.hash_at),
            mth(COMMITMENTS[:size]),
        )


@given(places(), st.data())
def test_inclusion_is_refused_when_a_hash_is_missing_or_added(place: tuple[int, int], data: st.DataObject) -> None:
    index, size = place
    proof = _resized(inclusion_proof(index, size, LOG.hash_at), data)
    with pytest.raises(ProofRejected):
        verify_inclusion(leaf_hash(COMMITMENTS[index]), index, size, proof, mth(COMMITMENTS[:size]))


def test_inclusion_is_refused_when_the_log_is_made_out_to_be_lower_than_its_root() -> None:
    with pytest.raises(ProofRejected, match="longer than the log is high"):
        verify_inclusion(leaf_hash(ENTRIES[1]), 0, 1, [leaf_hash(ENTRIES[0])], ROOTS[2])


def test_inclusion_is_refused_when_a_byte_moves_from_one_hash_to_its_neighbour() -> None:
    # Both spellings hash to the same root.
    left, right = leaf_hash(ENTRIES[0]), leaf_hash(ENTRIES[1])
    with pytest.raises(ProofRejected, match="no hash of 32 bytes"):
        verify_inclusion(left + right[:1], 0, 2, [right[1:]], ROOTS[2])


@given(growths(), st.data())
def test_consistency_is_refused_when_any_byte_was_altered(growth: tuple[int, int], data: st.DataObject) -> None:
    old, new = growth
    parts = [mth(COMMITMENTS[:old]), mth(COMMITMENTS[:new]), *consistency_proof(old, new, LOG.hash_at)]
    old_root, new_root, *proof = _altered(parts, data)
    with pytest.raises(ProofRejected):
        verify_consistency(old, new, proof, old_root, new_root)


@given(growths(), st.integers(-2, MOST + 2))
def test_consistency_is_refused_from_another_size(growth: tuple[int, int], other: int) -> None:
    old, new = growth
    assume(other != old)
    with pytest.raises(ProofRejected):
        verify_consistency(
            other, new, consistency_proof(old, new, LOG.hash_at), mth(COMMITMENTS[:old]), mth(COMMITMENTS[:new])
        )


@given(growths(), st.data())
def test_consistency_is_refused_when_a_hash_is_missing_or_added(growth: tuple[int, int], data: st.DataObject) -> None:
    old, new = growth
    proof = _resized(consistency_proof(old, new, LOG.hash_at), data)
    with pytest.raises(ProofRejected):
        verify_consistency(old, new, proof, mth(COMMITMENTS[:old]), mth(COMMITMENTS[:new]))


@given(growths(), st.data())
def test_consistency_is_refused_when_the_log_was_rewritten(growth: tuple[int, int], data: st.DataObject) -> None:
    old, new = growth
    forged = list(COMMITMENTS[:new])
    forged[data.draw(st.integers(0, old - 1))] = leaf_hash(b"forged")
    proof = consistency_proof(old, new, KeptNodes(forged).hash_at)
    with pytest.raises(ProofRejected):
        verify_consistency(old, new, proof, mth(COMMITMENTS[:old]), mth(forged))


@pytest.mark.parametrize(
    ("old", "new", "old_root", "new_root", "proof"),
    [
        (0, 0, EMPTY_ROOT, ROOTS[1], []),
        (0, 1, ROOTS[1], ROOTS[1], []),
        (0, 1, EMPTY_ROOT, ROOTS[1], [ROOTS[1]]),
        (1, 0, ROOTS[1], EMPTY_ROOT, []),
        (1, 1, ROOTS[1], ROOTS[2], []),
        (1, 1, ROOTS[1], ROOTS[1], [ROOTS[1]]),
        (2, 1, ROOTS[2], ROOTS[1], []),
        (1, 2, ROOTS[1], ROOTS[2], []),
        (3, 4, ROOTS[3], ROOTS[4], []),
        (1, 1, b"", b"", []),
    ],
)
def test_consistency_is_refused_at_the_edges(
    old: int, new: int, old_root: bytes, new_root: bytes, proof: list[bytes]
) -> None:
    with pytest.raises(ProofRejected):
        verify_consistency(old, new, proof, old_root, new_root)


def test_an_empty_log_is_the_beginning_of_every_log() -> None:
    assert consistency_proof(0, 5, LOG.hash_at) == []
    verify_consistency(0, 5, [], EMPTY_ROOT, mth(COMMITMENTS[:5]))
    verify_consistency(0, 0, [], EMPTY_ROOT, EMPTY_ROOT)


@given(st.integers(1, LARGEST_SIZE), st.integers(0, LARGEST_SIZE))
def test_proofs_of_the_largest_logs_need_few_nodes_and_hold(size: int, some: int) -> None:
    # Where all leaves are equal, so are all complete nodes of a level.
    levels = [leaf_hash(b"same")]
    for _ in range(62):
        levels.append(node_hash(levels[-1], levels[-1]))
    index, old = some % size, some % size + 1

    def hash_at(level: int, index: int) -> bytes:
        assert (index + 1) << level <= size
        return levels[level]

    root = root_at(size, hash_at)
    verify_inclusion(levels[0], index, size, inclusion_proof(index, size, hash_at), root)
    verify_consistency(old, size, consistency_proof(old, size, hash_at), root_at(old, hash_at), root)
    assert len(inclusion_places(index, size)) <= 2 * 62
    assert len(consistency_places(old, size)) <= 2 * 62


@given(growths())
def test_proofs_read_only_the_places_that_were_named(growth: tuple[int, int]) -> None:
    old, new = growth
    only = {place: LOG[place] for place in consistency_places(old, new)}
    assert consistency_proof(old, new, lambda *place: only[place]) == consistency_proof(old, new, LOG.hash_at)
    only = {place: LOG[place] for place in inclusion_places(old - 1, new)}
    assert inclusion_proof(old - 1, new, lambda *place: only[place]) == inclusion_proof(old - 1, new, LOG.hash_at)


@pytest.mark.parametrize(
    ("size", "packed"), [(0, b"\0" * 32), (3, b"\0" * 32), (2, b"\0" * 31), (-1, b""), (LARGEST_SIZE + 1, b"")]
)
def test_a_damaged_frontier_is_refused(size: int, packed: bytes) -> None:
    with pytest.raises(LogDamaged):
        frontier_from(size, packed)


def test_proofs_outside_of_the_log_are_refused() -> None:
    for index, size in [(0, 0), (5, 5), (-1, 5), (0, LARGEST_SIZE + 1)]:
        with pytest.raises(LogDamaged):
            inclusion_proof(index, size, LOG.hash_at)
    for old, new in [(-1, 5), (6, 5), (1, LARGEST_SIZE + 1)]:
        with pytest.raises(LogDamaged):
            consistency_proof(old, new, LOG.hash_at)
    with pytest.raises(LogDamaged):
        inclusion_proof(0, 5, lambda level, index: b"short")


def test_appending_hashes_every_entry_and_every_node_once() -> None:
    frontier, _ = append(Frontier(), COMMITMENTS[:37])
    _, runs = append(frontier, [b"entry"] * 500)
    assert sum(len(run.hashes) for run in runs) <= 2 * 500 + len(runs)


def _altered(parts: list[bytes], data: st.DataObject) -> list[bytes]:
    at = data.draw(st.integers(0, len(parts) - 1))
    byte, bit = data.draw(st.integers(0, 31)), data.draw(st.integers(0, 7))
    changed = bytearray(parts[at])
    changed[byte] ^= 1 << bit
    return [*parts[:at], bytes(changed), *parts[at + 1 :]]


def _resized(proof: list[bytes], data: st.DataObject) -> list[bytes]:
    at = data.draw(st.integers(0, len(proof)))
    cut: bool = data.draw(st.booleans())
    if proof and cut:
        at %= len(proof)
        return [*proof[:at], *proof[at + 1 :]]
    added = data.draw(st.sampled_from([*proof, b"", b"\0" * 32]))
    return [*proof[:at], added, *proof[at:]]
