import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useKnownTemplates } from '@/api/known-templates'
import { wizardWords } from '@/locales/zh-CN/wizard'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import { replace } from '@/platform/navigation/navigate'
import { stepHistory } from '@/platform/navigation/step-history'
import { urlOf } from '@/routes'
import { Page } from '@/ui/page/page'
import { useDraft } from './draft'
import { Head } from './head'
import { forgetOpened, resumePublishing, usePublishing } from './publish/publisher'
import { PublishingState } from './publish/publishing-state'
import type { ConsentSheet } from './question'
import { furthest, questions } from './questions'
import { RestartSheet } from './restart-sheet'
import { useClock } from './use-clock'
import { useSteps } from './use-steps'
import './wizard.scss'

/** Four questions and a shop: the draft outlives the app, and opening it happens exactly once. */
export function Wizard({ ConsentSheet }: { ConsentSheet: ConsentSheet }) {
  const { draft, change } = useDraft()
  const publishing = usePublishing((store) => store.now)
  const shown = usePageVisibility()
  // asked for early, so that they are there at the fourth question
  useKnownTemplates()
  const steps = useSteps(shown)
  const [resumedAt] = useState(() => (draft.trade === null ? null : draft.at))
  const [asking, setAsking] = useState(false)
  const at = Math.min(draft.at, furthest(draft))
  const question = questions[at]

  useClock(shown && publishing.kind !== 'waiting' && publishing.kind !== 'open')
  useEffect(() => {
    if (shown) resumePublishing()
  }, [shown])
  useOpened(shown)

  const busy = publishing.kind !== 'idle'
  return (
    <Page title={wizardWords.title} fill bleed onBack={steps.back}>
      <View className="wizard">
        <Head
          at={at}
          all={questions.length}
          onBack={steps.back}
          onRestart={resumedAt === at && draft.trade && !busy ? () => setAsking(true) : undefined}
        />
        {busy || !question ? (
          <PublishingState now={publishing} />
        ) : (
          <View className="wizard__question" key={question.id}>
            <question.Question
              draft={draft}
              change={change}
              onDone={steps.next}
              ConsentSheet={ConsentSheet}
            />
          </View>
        )}
      </View>
      {asking && <RestartSheet onClose={() => setAsking(false)} />}
    </Page>
  )
}

/** Shows the opened shop in the wizard's place, once the wizard is before people's eyes. */
function useOpened(shown: boolean) {
  const publishing = usePublishing((store) => store.now)
  const opened = publishing.kind === 'open' ? publishing.shopId : null
  useEffect(() => {
    if (!opened || !shown) return
    void stepHistory.unwind().then(() => replace(urlOf('opened', { shop: opened })))
    // not before the opened shop is in its place: an empty first question would be seen meanwhile
    return forgetOpened
  }, [opened, shown])
}
