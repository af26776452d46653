"""Pydantic models of what a service sends, from which pydantic makes JSON Schemas.

usage: python3 models.py [--check]
For each model, the script writes the JSON Schema that pydantic 2.14.4 makes into this folder: the schema of what the
model sends and, if that differs, the schema of what it reads. With --check, it writes nothing, and fails if a file would
change.
"""

import datetime
import enum
import json
import pathlib
import sys
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, Optional, TypeVar, Union
from uuid import UUID

from pydantic import (
    AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer, PositiveInt, SecretStr, conint, constr
)
from pydantic.json_schema import models_json_schema

here = pathlib.Path(__file__).parent


class Channel(str, enum.Enum):
    voice = "voice"
    chat = "chat"


class Level(enum.IntEnum):
    low = 1
    high = 2


class Address(BaseModel):
    street: str
    zip_code: str = Field(serialization_alias="zipCode", validation_alias="zipCode")


class Node(BaseModel):
    """A record that contains itself."""

    label: str
    next: Optional["Node"] = None


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    kind: Literal["dog"]
    breed: str


class Plain(BaseModel):
    """Every scalar, as the code names them: with aliases."""

    model_config = ConfigDict(populate_by_name=True, extra="forbid")

    text: str = Field(alias="Flow.text")
    count: int = Field(alias="Flow.count")
    ratio: float = Field(alias="Flow.ratio")
    urgent: bool = Field(alias="Flow.urgent")
    at: datetime.datetime = Field(alias="Flow.at")
    aware: AwareDatetime = Field(alias="Flow.aware")
    day: datetime.date = Field(alias="Flow.day")
    clock: datetime.time = Field(alias="Flow.clock")
    wait: datetime.timedelta = Field(alias="Flow.wait")
    amount: Decimal = Field(alias="Flow.amount")
    limited: Annotated[Decimal, Field(gt=0, max_digits=8, decimal_places=2)] = Field(alias="Flow.limited")
    number: Annotated[Decimal, PlainSerializer(float, return_type=float)] = Field(alias="Flow.number")
    reference: UUID = Field(alias="Flow.reference")
    small: conint(ge=1, le=5) = Field(alias="Flow.small")
    positive: PositiveInt = Field(alias="Flow.positive")
    code: constr(pattern=r"^[A-Z]{3}$") = Field(alias="Flow.code")
    channel: Channel = Field(alias="Flow.channel")
    level: Level = Field(alias="Flow.level")
    fixed: Literal["a"] = Field(alias="Flow.fixed")
    choice: Literal["a", "b"] = Field(alias="Flow.choice")
    step: Literal[1, 2] = Field(alias="Flow.step")
    secret: SecretStr = Field(alias="Flow.secret")
    queue: str = Field(alias="Flow.queue", json_schema_extra={"x-flowdrift-type": "queue"})


class Optionals(BaseModel):
    """What may be null, or has a default."""

    nullable: Optional[str] = Field(alias="Flow.nullable")
    optional: Optional[int] = Field(default=None, alias="Flow.optional")
    default: str = Field(default="x", alias="Flow.default")
    made: list[str] = Field(default_factory=list, alias="Flow.made")
    amount: Optional[Decimal] = Field(default=None, alias="Flow.amount")
    channel: Optional[Channel] = Field(default=None, alias="Flow.channel")
    choice: Optional[Literal["a", "b"]] = Field(default=None, alias="Flow.choice")
    address: Optional[Address] = Field(default=None, alias="Flow.address")
    at: Optional[datetime.datetime] = Field(default=None, alias="Flow.at")
    dates: Optional[list[datetime.date]] = Field(default=None, alias="Flow.dates")
    nothing: None = Field(default=None, alias="Flow.nothing")


class Defaults(BaseModel):
    """Defaults that count as always sent."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    default: str = Field(default="x", alias="Flow.default")
    optional: Optional[int] = Field(default=None, alias="Flow.optional")


class Nested(BaseModel):
    """Collections, objects and references."""

    texts: list[str] = Field(alias="Flow.texts")
    counts: list[int] = Field(alias="Flow.counts")
    flags: set[bool] = Field(alias="Flow.flags")
    days: list[datetime.date] = Field(alias="Flow.days")
    channels: list[Channel] = Field(alias="Flow.channels")
    pair: tuple[str, str] = Field(alias="Flow.pair")
    some: list[Optional[str]] = Field(alias="Flow.some")
    address: Address = Field(alias="Flow.address")
    addresses: list[Address] = Field(alias="Flow.addresses")
    grid: list[list[int]] = Field(alias="Flow.grid")
    attributes: dict[str, str] = Field(alias="Flow.attributes")
    anything: dict[str, Any] = Field(alias="Flow.anything")
    node: Node = Field(alias="Flow.node")
    pet: Union[Cat, Dog] = Field(alias="Flow.pet")
    tagged: Annotated[Union[Cat, Dog], Field(discriminator="kind")] = Field(alias="Flow.tagged")
    bag: Union[dict[str, str], list[str]] = Field(alias="Flow.bag")


class Described(BaseModel):
    """References with a description beside them."""

    address: Address = Field(alias="Flow.address", description="Where the customer lives")
    channel: Channel = Field(default=Channel.voice, alias="Flow.channel", description="How the customer calls")


class Base(BaseModel):
    number: str = Field(alias="Flow.callerNumber")


class Derived(Base):
    model_config = ConfigDict(extra="allow")

    priority: int = Field(alias="Flow.priority")


T = TypeVar("T")


class Envelope(BaseModel, Generic[T]):
    flowId: str
    inputData: T


class Untyped(BaseModel):
    anything: Any = Field(alias="Flow.anything")


class Ambiguous(BaseModel):
    value: Union[int, str] = Field(alias="Flow.value")


class Unscoped(BaseModel):
    callerNumber: str


def schemas():
    models = [Plain, Optionals, Defaults, Nested, Described, Derived, Envelope[Base], Untyped, Ambiguous, Unscoped, Node]
    for model in models:
        name = model.__name__.replace("[", "-").replace("]", "").lower()
        sent = model.model_json_schema(by_alias=True, mode="serialization")
        yield name, sent
        read = model.model_json_schema(by_alias=True, mode="validation")
        if read != sent:
            yield f"{name}-validation", read
    _, several = models_json_schema([(Base, "serialization"), (Derived, "serialization")], by_alias=True)
    yield "several", several


def main():
    stale = []
    for name, schema in schemas():
        text = json.dumps(schema, indent=2) + "\n"
        file = here / f"{name}.json"
        if file.exists() and file.read_text() == text:
            continue
        stale.append(file.name)
        if "--check" not in sys.argv:
            file.write_text(text)
    print(", ".join(stale) or "all files are current")
    return 1 if stale and "--check" in sys.argv else 0


sys.exit(main())
