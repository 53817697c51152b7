"""Plots as SVG, coloured by the page's own style."""
import math
from html import escape

WIDTH, HEIGHT = 620, 260
LEFT, RIGHT, TOP, BOTTOM = 58, 16, 14, 40
COLOURS = 8


def number(value):
    """A figure in as few characters as it can be read in."""
    if value == 0:
        return "0"
    for limit, suffix in ((1e6, "M"), (1e3, "k")):
        if abs(value) >= limit:
            return f"{value / limit:.3g}{suffix}"
    return f"{value:.3g}"


def log_ticks(low, high):
    """Round numbers between two, on a scale of powers."""
    found = [factor * 10 ** power for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
             for factor in (1, 2, 5)]
    inside = [tick for tick in found if low <= tick <= high]
    if len(inside) < 3:
        return linear_ticks(low, high)
    return inside if len(inside) <= 8 else [tick for tick in inside if f"{tick:e}"[0] == "1"]


def linear_ticks(low, high):
    step = 10 ** math.floor(math.log10((high - low) or 1))
    step = next(s for s in (step / 5, step / 2, step, step * 2) if (high - low) / s <= 6)
    first = math.ceil(low / step - 1e-9)
    return [n * step for n in range(first, math.floor(high / step + 1e-9) + 1)]


class Scale:
    """Where a value lies between two ends of the picture."""

    def __init__(self, low, high, from_, to, is_log):
        self.is_log, self.from_, self.to = is_log, from_, to
        self.low, self.high = low, high
        self.ticks = log_ticks(low, high) if is_log else linear_ticks(low, high)

    def at(self, value):
        low, high = (math.log10(self.low), math.log10(self.high)) if self.is_log else (self.low, self.high)
        value = math.log10(value) if self.is_log else value
        return self.from_ + (self.to - self.from_) * (value - low) / ((high - low) or 1)


def spread(values, is_log, from_zero=True):
    """The ends of an axis with a little room."""
    low, high = min(values), max(values)
    if is_log:
        room = max((high / low) ** 0.08, 1.3)
        return low / room, high * room
    if not from_zero:
        room = (high - low) / 3 or 1
        return low - room, high + room
    return 0, high * 1.1 or 1


def frame(vertical, label, unit=number):
    parts = [f'<text class="axis" x="4" y="{TOP - 2}">{escape(label)}</text>']
    for tick in vertical.ticks:
        y = vertical.at(tick)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
                     f'<text class="tick" x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{unit(tick)}</text>')
    return parts


def svg(parts, title):
    return (f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">'
            + "".join(parts) + "</svg>")


def lines(title, labels, series, is_log=False, label="", line_at=None, from_zero=True):
    """A line for each of `series`, name to values with None where there is none; empty without values."""
    series = {name: values for name, values in series.items() if any(v is not None for v in values)}
    if not series:
        return ""
    known = [v for values in series.values() for v in values if v is not None]
    low, high = spread(known + ([line_at] if line_at else []), is_log, from_zero)
    vertical = Scale(low, high, HEIGHT - BOTTOM, TOP + 10, is_log)
    step = (WIDTH - LEFT - RIGHT) / len(labels)
    places = [LEFT + step * (n + 0.5) for n in range(len(labels))]
    parts = frame(vertical, label)
    if line_at:
        y = vertical.at(line_at)
        parts.append(f'<line class="mark" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
    every = math.ceil(len(labels) / 9)
    for n, (x, text) in enumerate(zip(places, labels)):
        if (len(labels) - 1 - n) % every == 0:
            parts.append(f'<text class="tick" x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">'
                         f'{escape(text)}</text>')
    keys = []
    for order, (name, values) in enumerate(series.items()):
        colour = f"c{order % COLOURS}"
        points = [(x, vertical.at(v), v, text) for x, v, text in zip(places, values, labels) if v is not None]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in points)
        parts.append(f'<polyline class="{colour}" points="{path}"/>')
        parts += [f'<circle class="{colour}" cx="{x:.1f}" cy="{y:.1f}" r="4">'
                  f'<title>{escape(name)}: {number(v)} at {escape(text)}</title></circle>'
                  for x, y, v, text in points]
        keys.append(f'<li><i class="{colour}"></i>{escape(name)} <b>{number(points[-1][2])}</b></li>')
    return (f'<figure><figcaption>{escape(title)}</figcaption>{svg(parts, title)}'
            f'<ul class="key">{"".join(keys)}</ul></figure>')


def scatter(title, points, across, up):
    """Points (name, x, y in percent), x on a scale of powers."""
    if not points:
        return ""
    low, high = spread([x for _, x, _ in points], True)
    horizontal = Scale(low, high, LEFT, WIDTH - RIGHT, True)
    low = min(98.0, min(y for _, _, y in points))
    vertical = Scale(low - (100 - low) / 6, 100 + (100 - low) / 6, HEIGHT - BOTTOM, TOP + 10, False)
    parts = frame(vertical, up)
    for tick in horizontal.ticks:
        x = horizontal.at(tick)
        parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP + 10}" y2="{HEIGHT - BOTTOM}"/>'
                     f'<text class="tick" x="{x:.1f}" y="{HEIGHT - BOTTOM + 17}" text-anchor="middle">'
                     f'{number(tick)}</text>')
    parts.append(f'<text class="axis" x="{WIDTH - RIGHT}" y="{HEIGHT - 4}" text-anchor="end">{escape(across)}</text>')
    keys = []
    for order, (name, x, y) in enumerate(points):
        colour = f"c{order % COLOURS}"
        parts.append(f'<circle class="{colour}" cx="{horizontal.at(x):.1f}" cy="{vertical.at(y):.1f}" r="6">'
                     f'<title>{escape(name)}: {number(x)}, {y:.2f} %</title></circle>')
        keys.append(f'<li><i class="{colour}"></i>{escape(name)} <b>{number(x)}, {y:.2f} %</b></li>')
    return (f'<figure><figcaption>{escape(title)}</figcaption>{svg(parts, title)}'
            f'<ul class="key">{"".join(keys)}</ul></figure>')
