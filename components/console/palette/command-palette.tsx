"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Icon } from "@/components/ui/icon";
import { PaletteSearch } from "./palette-search";

/** Ctrl or Cmd K, anywhere: go to a section, open a record, start a new one. */
export function CommandPalette() {
  const t = useTranslations("palette");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setOpen((current) => !current);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="flex h-9 items-center gap-2 rounded-md border border-border px-2.5 text-muted hover:bg-surface-hover sm:w-56"
      >
        <Icon name="search" />
        <span className="truncate max-sm:sr-only">{t("open")}</span>
        <kbd dir="ltr" className="ms-auto font-sans text-xs max-sm:hidden">
          Ctrl K
        </kbd>
      </button>
      <ModalOverlay
        isOpen={open}
        onOpenChange={setOpen}
        isDismissable
        className="fixed inset-0 z-(--z-index-overlay) flex items-start justify-center bg-backdrop px-4 pt-[10vh]"
      >
        <Modal className="w-full max-w-xl overflow-hidden rounded-xl bg-overlay shadow-overlay">
          <Dialog aria-label={t("title")} className="flex max-h-[70vh] flex-col outline-none">
            <PaletteSearch onDone={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
