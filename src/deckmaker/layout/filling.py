"""Fills layouts with content: of those that a slide may take, the first in which everything fits."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.discovery import Features
from deckmaker.layout.chart_room import room_of, whole
from deckmaker.layout.fit import ends_in_a_lonely_word, place_text
from deckmaker.layout.grid import HEIGHT, NARROW, WIDTH
from deckmaker.layout.tables import place_table
from deckmaker.model.feature import Content, Measure
from deckmaker.model.frame import (
    Box,
    Chart,
    Frame,
    FrameItem,
    Graphic,
    GraphicItem,
    IconItem,
    ImageItem,
    TableItem,
    TextItem,
)
from deckmaker.model.frozen import frozen
from deckmaker.model.layout import Layout, Role
from deckmaker.model.picture import NoRoomError


@frozen
class Filler:
    """Fills the layouts of these features; ``live`` measures text of placeholders, ``drawn`` text within graphics."""

    features: Features
    live: Measure
    drawn: Measure

    def frame(self, content: Content, section: str) -> Frame:
        """The content in the first of its layouts where it fits, and no headline or unbroken text leaves a word alone.

        Where none is so good: the first in which it fits, else the last, whose items say that they overflow. Raises
        ``NoRoomError`` when a graphic fits in none.
        """
        tried: list[tuple[Layout, tuple[FrameItem, ...]]] = []
        cramped: NoRoomError | None = None
        for layout in self._layouts(content):
            try:
                items = tuple(self._items(content, layout))
            except NoRoomError as error:
                cramped = error
                continue
            tried.append((layout, items))
            if all(self._is_well_set(item, layout, content) for item in items):
                break
        else:
            if cramped is not None and not tried:
                raise cramped
            fitting = [
                pair for pair in tried if not any(isinstance(i, TextItem | TableItem) and i.overflows for i in pair[1])
            ]
            layout, items = fitting[0] if fitting else tried[-1]
        return Frame(
            layout=layout.name,
            ground=layout.ground,
            width=WIDTH,
            height=HEIGHT,
            title=str(content.texts.get("title", "")),
            items=items,
            notes=content.notes,
            section=section,
        )

    def _layouts(self, content: Content) -> Iterator[Layout]:
        for name in content.layouts:
            layouts = self.features.layouts_beside(name)
            yield layouts[name]
            if name + NARROW in layouts:
                yield layouts[name + NARROW]

    def _is_well_set(self, item: FrameItem, layout: Layout, content: Content) -> bool:
        if isinstance(item, TableItem):
            return not item.overflows
        if not isinstance(item, TextItem):
            return True
        is_heading = layout.placeholder(item.placeholder).role in {Role.TITLE, Role.SUBTITLE}
        matters = is_heading or item.placeholder in content.unbroken
        return not item.overflows and not (matters and ends_in_a_lonely_word(item, self.live))

    def _items(self, content: Content, layout: Layout) -> Iterator[FrameItem]:
        unknown = {*content.texts, *content.graphics, *content.images, *content.tables} - {
            place.name for place in layout.placeholders
        }
        if unknown:
            raise KeyError(f"layout {layout.name!r} has no placeholder for {sorted(unknown)}")
        for place in layout.placeholders:
            if place.name in content.graphics:
                graphic, box = content.graphics[place.name], place.box
                kind = self.features.graphics[graphic.kind]
                yield GraphicItem(
                    placeholder=place.name,
                    box=box,
                    graphic=graphic,
                    picture=kind.draw(graphic, box.width, box.height, self.drawn),
                    alternative_text=kind.describe(graphic),
                    native=graphic.native and (kind.native or kind.chart is not None),
                    chart=self._chart(graphic, box),
                )
            elif place.name in content.images:
                image, words = content.images[place.name]
                yield ImageItem(
                    placeholder=place.name,
                    box=place.box,
                    image=image.content,
                    alternative_text=words,
                    cropped=place.name in content.cropped,
                )
            elif place.name in content.tables:
                yield place_table(place, content.tables[place.name], self.live)
            elif content.texts.get(place.name):
                yield place_text(place, content.texts[place.name], self.live)
        for spot in layout.icons:
            if spot.name in content.icons:
                yield IconItem(icon=content.icons[spot.name], box=spot.box, colour=spot.colour)

    def _chart(self, graphic: Graphic, box: Box) -> Chart | None:
        """The numbers of a graphic that was asked for as an object to edit, where it is a chart and has room."""
        make = self.features.graphics[graphic.kind].chart
        if not graphic.native or make is None:
            return None
        chart = make(graphic)
        room_of(whole(chart), box.width, box.height, self.live)
        return chart
