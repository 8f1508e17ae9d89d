import { CopyButton } from "./copy-button";

interface SnippetProps {
  text: string;
  copyLabel: string;
  copiedLabel: string;
}

/** Some lines of code, and a button that copies them. Long lines wrap, so that nothing has to be scrolled to. */
export function Snippet({ text, copyLabel, copiedLabel }: SnippetProps) {
  return (
    <div className="flex w-full min-w-0 flex-col gap-2 rounded-md bg-neutral-soft p-3">
      <pre dir="ltr" className="wrap-anywhere min-w-0 whitespace-pre-wrap text-start text-xs leading-relaxed">
        <code>{text}</code>
      </pre>
      <div className="flex justify-end">
        <CopyButton text={text} label={copyLabel} copiedLabel={copiedLabel} />
      </div>
    </div>
  );
}
