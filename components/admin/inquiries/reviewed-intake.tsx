"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageSquarePlus } from "lucide-react";
import { useState } from "react";
import { CommentDialog, type CommentTarget } from "@/components/admin/inquiries/comment-dialog";
import { shownToReviewer } from "@/components/admin/inquiries/shown-to-reviewer";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { byField, CommentList } from "@/components/public/inquiry/comment-list";
import { FIELD_WORDS } from "@/components/public/inquiry/inquiry-words";
import { IntakeList } from "@/components/public/inquiry/intake-list";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import * as signInApi from "@/lib/contract/admin/sign-in";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";
import { isOpen } from "@/lib/domain/giving/inquiries/statuses";

/** What the applicant sent, the comments at its fields, the shared thread, and apart from it the internal notes. */
export function ReviewedIntake({ inquiry }: { inquiry: Inquiry }) {
  const [target, setTarget] = useState<CommentTarget>();
  const me = useQuery(query(signInApi.me, {}));
  const writers = inquiriesApi.addInquiryComment.roles ?? [];
  const mayWrite = me.data !== undefined && writers.includes(me.data.admin.role);
  const mayShare = mayWrite && isOpen(inquiry.status);
  const shared = shownToReviewer(inquiry.comments);
  const notes = shownToReviewer(inquiry.notes);
  const atFields = byField(shared);
  return (
    <>
      <Section title="Intake" description="Comments stand at the field they are about; the applicant sees them.">
        <IntakeList
          fields={inquiry.fields}
          noteOf={(field) => {
            const comments = atFields.get(field);
            return comments && <CommentList label={`Comments on ${FIELD_WORDS[field]}`} comments={comments} atField />;
          }}
          actionOf={(field) =>
            mayShare && (
              <IconButton
                small
                label={`Comment on ${FIELD_WORDS[field]}`}
                icon={<MessageSquarePlus aria-hidden="true" />}
                onClick={() => setTarget({ audience: "SHARED", field })}
              />
            )
          }
        />
      </Section>
      <Section
        title="Shared thread"
        description="Everything that was said, as the applicant sees it."
        actions={
          mayShare && (
            <Button size="small" onClick={() => setTarget({ audience: "SHARED" })}>
              Write to applicant
            </Button>
          )
        }
      >
        {shared.length > 0 ? (
          <CommentList label="Shared thread" comments={shared} />
        ) : (
          <p className="text-content-muted">Nothing was said yet. Comments go to the applicant by mail.</p>
        )}
      </Section>
      <Section
        title="Internal notes"
        description="Administrators alone see them."
        actions={
          mayWrite && (
            <Button size="small" onClick={() => setTarget({ audience: "INTERNAL" })}>
              Write note
            </Button>
          )
        }
      >
        {notes.length > 0 ? (
          <CommentList label="Internal notes" comments={notes} />
        ) : (
          <p className="text-content-muted">No note yet. What colleagues should know, and the applicant not.</p>
        )}
      </Section>
      {me.data && !mayWrite && (
        <p className="text-dense text-content-muted">{rolesText(writers)} can comment and write notes.</p>
      )}
      {target && <CommentDialog inquiry={inquiry} target={target} onClose={() => setTarget(undefined)} />}
    </>
  );
}
