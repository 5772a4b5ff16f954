import { useState } from 'react'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { ApplicantSubject } from '@/domain/payment/payment-application'
import { isMobileNumber } from '@/domain/receiver/receiver'
import { applyWords as words } from '@/locales/payment/payment-application'
import { focusElement } from '@/platform/a11y/focus'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { scrollToElement } from '@/platform/navigation/scroll'
import type { FieldProps } from '@/ui/field/field'
import {
  type ApplicationDraft,
  accountKindOf,
  emptyDraft,
  type FieldPath,
  fieldPaths,
  findErrors,
  type PaperDraft,
  type PaperPath,
  shownField,
  type TextPath,
  textOf,
  toRequest,
} from './application-draft'
import { useApplicationDrafts } from './application-draft-store'

/** A problem that WeChat Pay or the server found; without a text the form has its own. */
export interface FieldProblem {
  path?: string | undefined
  text?: string | undefined
}

/** The problems that are shown, by field. */
type FieldMarks = Partial<Record<FieldPath, string>>

/** Returns the element id of a field, used to scroll to it and to focus it. */
export const fieldId = (path: FieldPath) => `apply${path.replace(/\//g, '-')}`

const textErrors: Partial<Record<FieldPath, string>> = words.errors

const knownField = (path: string | undefined) => fieldPaths.find((known) => known === path)

interface Applicant {
  shopId: Id
  subject: ApplicantSubject
  /** The shop's phone, or an empty text. A landline is not taken. */
  shopPhone: string
  /** The problems that WeChat Pay found in the papers sent before. */
  problems: readonly FieldProblem[]
}

/** The form of an application: the draft on this phone, what is wrong in it, and the props of its fields. */
export function useApplicationForm({ shopId, subject, shopPhone, problems }: Applicant) {
  const draft: ApplicationDraft = useApplicationDrafts(({ drafts }) => drafts[shopId]) ?? emptyDraft
  const changeDraft = useApplicationDrafts((store) => store.change)
  const phone = isMobileNumber(shopPhone) ? shopPhone : ''
  const messageFor = (path: FieldPath): string => {
    if (path === '/account/number') return words.accountError[accountKindOf(draft, subject)]
    const paper = draft.papers[path as PaperPath]
    return textErrors[path] ?? (paper ? words.photoUnsent : words.photoMissing)
  }
  const marksOf = (found: readonly FieldProblem[]): FieldMarks =>
    Object.fromEntries(
      found.flatMap(({ path, text }) => {
        const field = knownField(path)
        return field ? [[field, text ?? (field in draft.papers ? words.wrongPhoto : messageFor(field))]] : []
      }),
    )
  const [marks, setMarks] = useState(() => marksOf(problems))
  const [tried, setTried] = useState(false)
  const [focus, setFocus] = useState<FieldPath>()
  const request = toRequest(draft, subject, phone)
  const errors = findErrors(request, dayOf(serverNow()))

  const change = (path: FieldPath, edit: (draft: ApplicationDraft) => Partial<ApplicationDraft>) => {
    const isOther = ([marked]: [string, unknown]) => placeOf(marked as FieldPath) !== path
    setMarks((before) => Object.fromEntries(Object.entries(before).filter(isOther)))
    changeDraft(shopId, edit)
  }
  const placeOf = (path: FieldPath) => shownField(path, draft, subject)
  const markAt = (place: FieldPath) => {
    const marked = fieldPaths.find((path) => marks[path] !== undefined && placeOf(path) === place)
    return marked && marks[marked]
  }
  const errorOf = (path: FieldPath) =>
    markAt(path) ?? (tried && errors.includes(path) ? messageFor(path) : undefined)
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
        value: textOf(draft, path, phone),
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
    giveConsent: () => changeDraft(shopId, () => ({ hasConsented: true })),
    choose: (path: FieldPath, part: Pick<ApplicationDraft, 'bank' | 'kind' | 'isForever'>) =>
      change(path, () => part),
    /** Marks the fields of problems, and goes to the first. Returns the problems that no field of the form shows. */
    reject(found: readonly FieldProblem[]): readonly FieldProblem[] {
      const next = marksOf(found)
      setMarks(next)
      goTo(fieldPaths.flatMap((path) => (next[path] === undefined ? [] : (placeOf(path) ?? [])))[0])
      return found.filter(({ path }) => {
        const field = knownField(path)
        return !field || !placeOf(field)
      })
    },
    /** True if nothing is missing or wrong; else shows what is, and goes to the first field. */
    check(): boolean {
      setTried(true)
      goTo(errors[0])
      return errors.length === 0
    },
  }
}

export type ApplicationForm = ReturnType<typeof useApplicationForm>
