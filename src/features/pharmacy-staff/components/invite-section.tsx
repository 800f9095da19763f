"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Form } from "@/components/form/form";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { SelectField } from "@/components/form/select-field";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { StaffPosition } from "@/lib/staff-rights";
import { trpc } from "@/trpc/client";
import { inviteInput } from "../schema";

export type OpenInvitation = {
  id: string;
  email: string;
  position: StaffPosition;
  /** By whom and until when, as it reads. */
  about: string;
  isExpired: boolean;
};
type InviteSectionProps = { positions: StaffPosition[]; invitations: OpenInvitation[] };
type Made = { token: string; email: string };

/** Invites colleagues; the link of each invitation is shown once. */
export function InviteSection({ positions, invitations }: InviteSectionProps) {
  const t = useTranslations("pharmacyStaff");
  const router = useRouter();
  const [made, setMade] = useState<Made | null>(null);
  // A form begins anew after each invitation.
  const [count, setCount] = useState(0);
  const invite = trpc.pharmacyStaff.invite.useMutation({
    onSuccess: (invitation) => {
      setMade(invitation);
      setCount((before) => before + 1);
      router.refresh();
    },
  });
  const again = trpc.pharmacyStaff.invite.useMutation({
    onSuccess: (invitation) => {
      setMade(invitation);
      router.refresh();
    },
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {made && <InvitationLink key={made.token} made={made} />}
      <Form
        key={count}
        schema={inviteInput}
        defaultValues={{ email: "" }}
        onSubmit={async (answers) => {
          await invite.mutateAsync(answers);
        }}
      >
        <TextField
          name="email"
          label={t("inviteEmail")}
          hint={t("inviteHint")}
          type="email"
          maxLength={255}
          autoComplete="off"
        />
        <SelectField
          name="position"
          label={t("position")}
          options={positions.map((value) => ({ value, label: t(`positions.${value}`) }))}
        />
        <SubmitButton>{t("invite")}</SubmitButton>
      </Form>
      {invitations.length > 0 && (
        <div className="grid gap-3">
          <h3 className="text-h3">{t("invitationsTitle")}</h3>
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {invitations.map(({ id, email, position, about, isExpired }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3"
              >
                <div className="grid min-w-0 flex-1 basis-60 gap-0.5 wrap-anywhere">
                  <p className="font-semibold">{email}</p>
                  <p className="text-small text-ink-muted">{about}</p>
                  {isExpired && (
                    <p>
                      <Badge tone="caution">{t("expired")}</Badge>
                    </p>
                  )}
                </div>
                <div className="flex flex-wrap gap-2">
                  {positions.includes(position) && (
                    <Button
                      variant="secondary"
                      aria-label={t("againNamed", { email })}
                      onClick={() => again.mutate({ email, position })}
                    >
                      {t("again")}
                    </Button>
                  )}
                  <Withdraw id={id} email={email} onDone={() => setMade(null)} />
                </div>
              </li>
            ))}
          </ul>
          {again.error && <RefusalNotice refusal={refusalOf(again.error)} />}
        </div>
      )}
    </div>
  );
}

function InvitationLink({ made: { token, email } }: { made: Made }) {
  const t = useTranslations("pharmacyStaff");
  const [isCopied, setIsCopied] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const href = `${window.location.origin}/pharmacy/invitation/${token}`;
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="positive" title={t("linkTitle", { email })} isLive>
        <p>{t("linkBody")}</p>
        <div className="mt-3 grid gap-3">
          <Field id="invitation-link" label={t("link")}>
            <Input
              id="invitation-link"
              readOnly
              value={href}
              onFocus={({ target }) => target.select()}
            />
          </Field>
          <div className="flex flex-wrap items-center gap-3">
            <Button
              variant="secondary"
              onClick={async () => {
                // Where the browser does not let us, the text can be copied by hand.
                await navigator.clipboard?.writeText(href).then(
                  () => setIsCopied(true),
                  () => undefined,
                );
              }}
            >
              {t("copy")}
            </Button>
            <span role="status">{isCopied && t("copied")}</span>
          </div>
        </div>
      </Notice>
    </div>
  );
}

function Withdraw({ id, email, onDone }: { id: string; email: string; onDone: () => void }) {
  const t = useTranslations("pharmacyStaff");
  const router = useRouter();
  const withdraw = trpc.pharmacyStaff.withdrawInvitation.useMutation({
    onSettled: () => {
      onDone();
      router.refresh();
    },
  });
  return (
    <Button
      variant="secondary"
      aria-label={t("withdrawInvitationNamed", { email })}
      isPending={withdraw.isPending}
      onClick={() => withdraw.mutate({ invitationId: id })}
    >
      {t("withdrawInvitation")}
    </Button>
  );
}
