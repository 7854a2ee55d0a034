import { type ChangeEvent, type FormEvent, useEffect, useState } from "react";
import { Refusal } from "./server.tsx";

type Wrong<Name extends string> = Partial<Record<Name, string | undefined>>;

/** What a field of Mantine takes, tied to its value and to what is wrong with it. */
export interface FieldProps {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

export interface Form<Name extends string> {
  values: Record<Name, string>;
  field: (name: Name) => FieldProps;
  set: (name: Name, value: string) => void;
  /** For a form's onSubmit: checks, and goes to the first field that is wrong, or does what was asked. */
  submit: (send: (values: Record<Name, string>) => void) => (event: FormEvent<HTMLFormElement>) => void;
  /** What was refused, unless the fields say all of it. */
  trouble: unknown;
}

/**
 * A form's values, and what is wrong with each: said once somebody sends it, taken back while they mend it. `refused` is what came of
 * sending it; its faults go to the fields that they are about.
 */
export function useForm<Name extends string>(
  empty: Record<Name, string>,
  check: (values: Record<Name, string>) => Wrong<Name>,
  refused?: unknown,
): Form<Name> {
  const [values, setValues] = useState(empty);
  const [names] = useState(() => Object.keys(empty) as Name[]);
  const [wrong, setWrong] = useState<Wrong<Name>>({});
  useEffect(() => setWrong(Object.fromEntries(faultsIn(refused, names)) as Wrong<Name>), [refused, names]);
  function set(name: Name, value: string): void {
    setValues((before) => ({ ...before, [name]: value }));
    setWrong((before) => ({ ...before, [name]: undefined }));
  }
  return {
    values,
    set,
    field: (name) => ({ name, value: values[name], error: wrong[name], onChange: (event) => set(name, event.currentTarget.value) }),
    submit: (send) => (event) => {
      event.preventDefault();
      const found = check(values);
      setWrong(found);
      const first = names.find((name) => found[name] !== undefined);
      if (first === undefined) return send(values);
      const named = event.currentTarget.elements.namedItem(first);
      const field = named instanceof RadioNodeList ? named[0] : named;
      if (field instanceof HTMLElement) field.focus();
    },
    trouble: areAllOf(refused, names) ? undefined : refused,
  };
}

function faultsIn<Name extends string>(error: unknown, names: readonly Name[]): [Name, string][] {
  const faults = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return faults.flatMap(({ place, detail }) => {
    const name = names.find((one) => place === `body.${one}`);
    return name === undefined ? [] : [[name, detail]];
  });
}

function areAllOf(error: unknown, names: readonly string[]): boolean {
  const all = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  return all.length > 0 && faultsIn(error, names).length === all.length;
}
