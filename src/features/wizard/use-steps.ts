import { useEffect } from 'react'
import { goBack } from '@/platform/navigation/navigate'
import { stepHistory } from '@/platform/navigation/step-history'
import { useDraft } from './draft'
import { stopPublishing, usePublishing } from './publish/publisher'
import { furthest } from './questions'

interface Steps {
  next(): void
  back(): void
}

const draftNow = () => useDraft.getState().draft
const goTo = (at: number) => useDraft.getState().change({ at })

/** Out of the wizard; what waits for the network goes on waiting. */
const leave = () => void stepHistory.unwind().then(() => goBack())

/** While the shop is being sent or waits, back leaves; a refusal leads back to the questions. */
function backFromPublishing(kind: 'sending' | 'waiting' | 'refused' | 'open') {
  if (kind === 'refused') stopPublishing()
  else leave()
}

/** Back is the same from every button: one question back, and out of the wizard from the first. */
function back() {
  const { at } = draftNow()
  const { kind } = usePublishing.getState().now
  if (kind !== 'idle') backFromPublishing(kind)
  else if (at === 0) goBack()
  // where the browser keeps an entry for each question, going back through it tells `onStep`
  else if (stepHistory.current() !== at || !stepHistory.back()) goTo(at - 1)
}

function onStep(step: number) {
  const { kind } = usePublishing.getState().now
  if (kind !== 'idle') backFromPublishing(kind)
  if (kind === 'idle' || kind === 'refused') goTo(Math.max(0, Math.min(step, furthest(draftNow()))))
}

function next() {
  const draft = draftNow()
  const at = Math.min(draft.at + 1, furthest(draft))
  goTo(at)
  stepHistory.push(at)
}

/** The way through the questions; the browser's own buttons walk it too while the page is shown. */
export function useSteps(shown: boolean): Steps {
  useEffect(() => {
    if (!shown) return
    stepHistory.push(draftNow().at)
    return stepHistory.listen(onStep)
  }, [shown])
  return { next, back }
}
