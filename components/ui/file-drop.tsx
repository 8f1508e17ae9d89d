"use client";

import { type DragEvent, useId, useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "./button";
import { ERROR, HINT } from "./field";
import { Icon } from "./icon";

interface FileDropProps {
  label: string;
  hint: string;
  chooseLabel: string;
  /** What is said of the file that is there; null while there is none. */
  file: { name: string; detail: string } | null;
  accept: readonly string[];
  error?: string | undefined;
  onFile: (file: File) => void;
}

/** A file that is dropped or chosen. */
export function FileDrop({ label, hint, chooseLabel, file, accept, error, onFile }: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files.item(0);
    if (dropped) onFile(dropped);
  };
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span id={id} className="sr-only">
        {label}
      </span>
      <fieldset
        aria-labelledby={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={take}
        className={`flex min-w-0 items-center gap-4 rounded-md border border-dashed p-4 ${file ? "flex-row flex-wrap" : "flex-col py-8 text-center"} ${over ? "border-accent bg-accent-soft" : "border-[var(--field-border)] bg-surface"}`}
      >
        <span className="flex size-10 shrink-0 items-center justify-center rounded-md bg-neutral-soft text-muted">
          <Icon name="upload" />
        </span>
        {file ? (
          <span className="flex min-w-0 flex-1 basis-40 flex-col items-start">
            <bdi className="wrap-anywhere font-medium">{file.name}</bdi>
            <span className={HINT}>{file.detail}</span>
          </span>
        ) : (
          <span className={`max-w-prose ${HINT}`}>{hint}</span>
        )}
        <FileTrigger
          acceptedFileTypes={accept}
          onSelect={(files) => {
            const chosen = files?.item(0);
            if (chosen) onFile(chosen);
          }}
        >
          <Button kind={file ? "secondary" : "primary"} size={file ? "small" : "medium"}>
            {chooseLabel}
          </Button>
        </FileTrigger>
      </fieldset>
      <p role="alert" className={error ? ERROR : "sr-only"}>
        {error}
      </p>
    </div>
  );
}
