import { useState } from 'react'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { ApplicantSubject } from '@/domain/payment-application'
import { applyWords as words } from '@/locales/payment-application'
import { focusElement } from '@/platform/a11y/focus'
import { scrollToElement } from '@/platform/navigation/scroll'
import type { FieldProps } from '@/ui/field/field'
import {
  type ApplicationDraft,
  emptyDraft,
  type FieldPath,
  fieldPaths,
  findFaults,
  type PaperDraft,
  type PaperPath,
  type TextPath,
  textOf,
  toRequest,
} from './application-draft'
import { useApplicationDrafts } from './application-draft-store'

/** What WeChat Pay or the server found wrong, by field. */
export type FieldMarks = Partial<Record<FieldPath, string>>

/** Returns the element id of a field, used to scroll to it and to focus it. */
export const fieldId = (path: FieldPath) => `apply${path.replace(/\//g, '-')}`

const textFaults: Partial<Record<FieldPath, string>> = words.faults

/** The marks of those problems that name a field of the form. */
export function marksOf(problems: readonly { path?: string | undefined; text: string }[]): FieldMarks {
  const marks: FieldMarks = {}
  for (const { path = '', text } of problems) {
    const field = fieldPaths.find((known) => known === path)
    if (field) marks[field] = text
  }
  return marks
}

interface Applicant {
  shopId: Id
  subject: ApplicantSubject
  /** The shop's phone, or an empty text. */
  shopPhone: string
  /** What WeChat Pay found wrong in the papers sent before. */
  marks: FieldMarks
}

/** The form of an application: the draft on this phone, what is wrong in it, and the props of its fields. */
export function useApplicationForm({ shopId, subject, shopPhone, marks: firstMarks }: Applicant) {
  const draft: ApplicationDraft = useApplicationDrafts(({ drafts }) => drafts[shopId]) ?? emptyDraft
  const changeDraft = useApplicationDrafts((store) => store.change)
  const [marks, setMarks] = useState(firstMarks)
  const [tried, setTried] = useState(false)
  const [focus, setFocus] = useState<FieldPath>()
  const request = toRequest(draft, subject, shopPhone)
  const faults = findFaults(request, dayOf(Date.now()))

  const change = (path: FieldPath, edit: (draft: ApplicationDraft) => Partial<ApplicationDraft>) => {
    setMarks(({ [path]: _fixed, ...others }) => others)
    changeDraft(shopId, edit)
  }
  const faultOf = (path: FieldPath): string | undefined => {
    const paper = draft.papers[path as PaperPath]
    return textFaults[path] ?? (paper ? words.photoUnsent : words.photoMissing)
  }
  const errorOf = (path: FieldPath) =>
    marks[path] ?? (tried && faults.includes(path) ? faultOf(path) : undefined)
  const goTo = (path: FieldPath | undefined) => {
    if (!path) return
    setFocus(path)
    scrollToElement(fieldId(path))
    focusElement(fieldId(path))
  }

  return {
    ...{ shopId, subject, draft, request, errorOf },
    text: (path: TextPath) =>
      ({
        label: words.fields[path],
        value: textOf(draft, path, shopPhone),
        onChange: (value) => change(path, ({ texts }) => ({ texts: { ...texts, [path]: value } })),
        error: errorOf(path),
        focus: focus === path,
        onBlur: () => setFocus(undefined),
      }) satisfies FieldProps,
    setPaper: (path: PaperPath, edit: (paper: PaperDraft | undefined) => PaperDraft | undefined) =>
      change(path, ({ papers: { [path]: paper, ...papers } }) => {
        const next = edit(paper)
        return { papers: next ? { ...papers, [path]: next } : papers }
      }),
    choose: (path: FieldPath, part: Pick<ApplicationDraft, 'bank' | 'kind' | 'isForever'>) =>
      change(path, () => part),
    /** Marks fields that were rejected, and goes to the first. */
    reject(next: FieldMarks) {
      setMarks(next)
      goTo(fieldPaths.find((path) => next[path] !== undefined))
    },
    /** Whether nothing is missing or wrong; else shows what is, and goes to the first field. */
    check(): boolean {
      setTried(true)
      goTo(faults[0])
      return faults.length === 0
    },
  }
}

export type ApplicationForm = ReturnType<typeof useApplicationForm>
