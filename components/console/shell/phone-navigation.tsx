"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { SectionLinks } from "./section-link";

/** On narrow screens: the navigation behind a button, as a drawer at the start of the screen. */
export function PhoneNavigation() {
  const t = useTranslations("console");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        kind="quiet"
        iconOnly
        aria-label={t("openNavigation")}
        className="lg:hidden"
        onPress={() => setOpen(true)}
      >
        <Icon name="menu" />
      </Button>
      <ModalOverlay
        isOpen={open}
        onOpenChange={setOpen}
        isDismissable
        className="fixed inset-0 z-(--z-index-overlay) bg-backdrop"
      >
        <Modal className="h-full w-72 max-w-[85vw] bg-surface shadow-overlay">
          <AriaDialog
            aria-label={t("navigation")}
            className="flex h-full flex-col gap-3 overflow-y-auto p-3 outline-none"
          >
            <Button
              kind="quiet"
              iconOnly
              aria-label={t("closeNavigation")}
              className="self-end"
              onPress={() => setOpen(false)}
            >
              <Icon name="close" />
            </Button>
            <nav aria-label={t("navigation")}>
              <SectionLinks onFollow={() => setOpen(false)} />
            </nav>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
