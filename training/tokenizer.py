"""The backbone's tokenizer, rebuilt from its pieces: unigram model, metaspace, nmt_nfkc."""

from __future__ import annotations

import io

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from training.backbone import Vocabulary

SPACE = "\u2581"


def character_map() -> bytes:
    """Compile sentencepiece's own nmt_nfkc rule, by training a model of single letters.

    The compiled map stands in every sentencepiece model that uses the rule, and nowhere else.
    """
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    lines = [f"abc def ghi jkl mno pqr stu vwx yz {number}" for number in range(200)]
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=written,
        vocab_size=40,
        model_type="char",
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    model = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
    model.ParseFromString(written.getvalue())
    compiled: bytes = model.normalizer_spec.precompiled_charsmap
    return compiled


def build_tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    """Build the fast tokenizer; its offsets point into the text as it was given."""
    scored = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(scored, unk_id=vocabulary.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Precompiled(character_map()), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    metaspace = pre_tokenizers.Metaspace(replacement=SPACE, prepend_scheme="always", split=True)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), metaspace])
    tokenizer.decoder = decoders.Metaspace(replacement=SPACE, prepend_scheme="always")
    begin, end = vocabulary.pieces[vocabulary.begin], vocabulary.pieces[vocabulary.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, vocabulary.begin), (end, vocabulary.end)],
    )
    return tokenizer
