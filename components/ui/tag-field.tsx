"use client";

import { type ClipboardEvent, type KeyboardEvent, type Ref, useId, useRef, useState } from "react";
import { Field, type FieldTexts, fieldAttributes } from "./field";
import { Icon } from "./icon";

interface TagFieldProps extends FieldTexts {
  value: readonly string[];
  onChange: (value: string[]) => void;
  onBlur?: () => void;
  removeLabel: (tag: string) => string;
  placeholder?: string;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
}

const SEPARATORS = /[\n\r\t,;]+/;

/** Several short texts, each once: Enter, a comma or leaving the field takes one in, Backspace takes the last one back. */
export function TagField(props: TagFieldProps) {
  const { value, onChange, onBlur, removeLabel, placeholder, disabled = false, ref, ...texts } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const take = (text: string) => {
    const names = text
      .split(SEPARATORS)
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.length > 0) onChange([...new Set([...value, ...names])]);
    setTyped("");
  };
  const remove = (tag: string) => {
    onChange(value.filter((other) => other !== tag));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method may be choosing a word by Enter.
    if (event.nativeEvent.isComposing) return;
    if ((event.key === "Enter" && typed.trim() !== "") || event.key === ",") {
      event.preventDefault();
      take(typed);
    }
    if (event.key === "Backspace" && typed === "") onChange(value.slice(0, -1));
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text");
    if (!SEPARATORS.test(text)) return;
    event.preventDefault();
    take(`${typed}${text}`);
  };
  return (
    <Field id={id} {...texts}>
      <div
        aria-invalid={texts.error ? true : undefined}
        className="input flex h-auto w-full flex-wrap items-center gap-1.5 py-1.5 focus-within:border-accent aria-invalid:border-danger"
      >
        {value.map((tag) => (
          <span
            key={tag}
            className="inline-flex min-w-0 max-w-full items-center gap-1 rounded bg-neutral-soft ps-2 text-sm leading-6"
          >
            <bdi className="wrap-anywhere min-w-0">{tag}</bdi>
            <button
              type="button"
              aria-label={removeLabel(tag)}
              disabled={disabled}
              onClick={() => remove(tag)}
              className="inline-flex size-6 shrink-0 items-center justify-center rounded text-muted hover:text-foreground disabled:hidden"
            >
              <Icon name="close" className="size-3" />
            </button>
          </span>
        ))}
        <input
          {...fieldAttributes(id, texts)}
          ref={(element) => {
            input.current = element;
            if (typeof ref === "function") ref(element);
            else if (ref) ref.current = element;
          }}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => {
            take(typed);
            onBlur?.();
          }}
          placeholder={value.length === 0 ? placeholder : undefined}
          disabled={disabled}
          autoComplete="off"
          dir="auto"
          className="min-w-32 flex-1 bg-transparent outline-none"
        />
      </div>
    </Field>
  );
}
