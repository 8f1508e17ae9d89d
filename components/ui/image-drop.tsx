"use client";

import Image from "next/image";
import { type ClipboardEvent, type DragEvent, useId, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "./button";
import { ERROR, HINT, LABEL } from "./field";
import { Icon } from "./icon";

interface ImageDropProps {
  label: string;
  hint: string;
  chooseLabel: string;
  removeLabel: string;
  /** Read out for the picture that is there. */
  pictureLabel: string;
  /** The address of the picture; null while there is none. */
  picture: string | null;
  accept: readonly string[];
  error?: string | undefined;
  busy?: boolean;
  disabled?: boolean;
  onFile: (file: File) => void;
  onRemove: () => void;
}

/** A picture that is dropped, pasted or chosen, with a look at it. */
export function ImageDrop(props: ImageDropProps) {
  const { label, hint, chooseLabel, removeLabel, pictureLabel, picture, accept, error, busy, disabled, onFile } = props;
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (event: DragEvent | ClipboardEvent, files: FileList) => {
    const file = files.item(0);
    if (!file || disabled || busy) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span id={id} className={LABEL}>
        {label}
      </span>
      {/* Not the kit's drop zone: it passes over pasted pictures, which are no files of a folder. */}
      <fieldset
        aria-labelledby={id}
        onPaste={(event) => take(event, event.clipboardData.files)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event, event.dataTransfer.files);
        }}
        className={`flex min-w-0 flex-wrap items-center gap-3 rounded-md border border-dashed p-3 ${over ? "border-accent bg-accent-soft" : "border-[var(--field-border)]"}`}
      >
        <span className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-md bg-neutral-soft text-muted">
          {picture ? (
            <Image
              unoptimized
              src={picture}
              alt={pictureLabel}
              width={48}
              height={48}
              className="size-full object-contain"
            />
          ) : (
            <Icon name="plus" />
          )}
        </span>
        <span className="flex min-w-0 flex-1 flex-col gap-1.5">
          <span className={HINT}>{hint}</span>
          <span className="flex flex-wrap gap-2">
            <FileTrigger
              acceptedFileTypes={accept}
              onSelect={(files) => {
                const file = files?.item(0);
                if (file) onFile(file);
              }}
            >
              <Button kind="secondary" size="small" disabled={(disabled ?? false) || (busy ?? false)}>
                {chooseLabel}
              </Button>
            </FileTrigger>
            {picture ? (
              <Button kind="quiet" size="small" onPress={props.onRemove} disabled={disabled ?? false}>
                {removeLabel}
              </Button>
            ) : null}
          </span>
        </span>
      </fieldset>
      <p role="alert" className={error ? ERROR : "sr-only"}>
        {error}
      </p>
    </div>
  );
}
