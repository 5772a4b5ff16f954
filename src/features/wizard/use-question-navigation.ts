import { useEffect } from 'react'
import type { WizardQuestion } from '@/domain/lesson/lesson'
import { goBack } from '@/platform/navigation/navigate'
import { stepHistory } from '@/platform/navigation/step-history'
import { stopPublishing, usePublishState } from './publish/publish-shop'
import { lastReachableIndex, questions } from './questions'
import { useDraft } from './shop-draft'

const draftNow = () => useDraft.getState().draft
const goTo = (at: number) => useDraft.getState().change({ at })

/** Leaves the wizard; a waiting publish request keeps retrying. */
const leaveWizard = () => void stepHistory.unwind().then(() => goBack())

/** Back while publishing: returns to the questions after a rejection, else leaves the wizard. */
function backFromPublishing(kind: 'sending' | 'waiting' | 'rejected' | 'open') {
  if (kind === 'rejected') stopPublishing()
  else leaveWizard()
}

/** Goes back one question, or leaves the wizard from the first one. */
function back() {
  const { at } = draftNow()
  const { kind } = usePublishState.getState().now
  if (kind !== 'idle') backFromPublishing(kind)
  else if (at === 0) goBack()
  // where the browser history has an entry per question, going back triggers `onStep`
  else if (stepHistory.current() !== at || !stepHistory.back()) goTo(at - 1)
}

function onStep(step: number) {
  const { kind } = usePublishState.getState().now
  if (kind !== 'idle') backFromPublishing(kind)
  if (kind === 'idle' || kind === 'rejected')
    goTo(Math.max(0, Math.min(step, lastReachableIndex(draftNow()))))
}

function next() {
  const draft = draftNow()
  const at = Math.min(draft.at + 1, lastReachableIndex(draft))
  goTo(at)
  stepHistory.push(at)
}

/** Shows a question, or the first one before it that has no answer; not while the shop is being opened. */
function show(question: WizardQuestion) {
  if (usePublishState.getState().now.kind !== 'idle') return
  const at = Math.min(
    questions.findIndex(({ id }) => id === question),
    lastReachableIndex(draftNow()),
  )
  goTo(at)
  stepHistory.push(at)
  void stepHistory.rewind(at)
}

/** Navigation through the questions, kept in sync with the browser history while the page is shown. */
export function useQuestionNavigation(shown: boolean) {
  useEffect(() => {
    if (!shown) return
    stepHistory.push(draftNow().at)
    return stepHistory.listen(onStep)
  }, [shown])
  return { next, back, show }
}
