import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useKnownTemplates } from '@/api/known-templates'
import { wizardWords } from '@/locales/shop/wizard'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import { localPhotos } from '@/platform/media/photos'
import { replace } from '@/platform/navigation/navigate'
import { stepHistory } from '@/platform/navigation/step-history'
import { urlOf } from '@/routes'
import { Page } from '@/ui/page/page'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { consentUrl } from './consent-url'
import { type LessonHints, useLessonHints } from './lesson-hints'
import { openedShops } from './opened-shop'
import { resetPublishing, resumePublishing, usePublishState } from './publish/publish-shop'
import { PublishingState } from './publish/publishing-state'
import type { Lesson } from './question'
import { lastReachableIndex, questions } from './questions'
import { reloadDraft, useDraft } from './shop-draft'
import { useQuestionNavigation } from './use-question-navigation'
import { useAnswerTimes, useTimeTracking } from './use-time-tracking'
import { WizardHead } from './wizard-head'
import './wizard.scss'

/** The wizard: four questions whose persisted draft is published exactly once. */
export function Wizard({ Lesson }: { Lesson: Lesson }) {
  const { draft, change } = useDraft()
  const publishing = usePublishState((store) => store.now)
  const shown = usePageVisibility()
  // prefetched: the fourth question needs the templates
  useKnownTemplates()
  const steps = useQuestionNavigation(shown)
  const [resumedAt] = useState(() => (draft.trade === null ? null : draft.at))
  const [isConfirming, setIsConfirming] = useState(false)
  const [isPaused, setPaused] = useState(false)
  const readTimes = useAnswerTimes()
  const sheet = useLessonHints((hints) => hints.sheet)
  const isTaught = useLessonHints((hints) => hints.isTaught)
  const at = Math.min(draft.at, lastReachableIndex(draft))
  const question = questions[at]

  useTimeTracking(shown && !isPaused && publishing.kind !== 'waiting' && publishing.kind !== 'open')
  useEffect(() => {
    if (!shown) return
    reloadDraft()
    resumePublishing()
  }, [shown])
  useRedirectToOpened(shown)

  const busy = publishing.kind !== 'idle'
  return (
    <Page title={wizardWords.title} fill bleed onBack={steps.back}>
      <View className={`wizard ${isTaught || draft.help ? 'wizard--crowded' : ''}`}>
        <WizardHead
          at={at}
          all={questions.length}
          onBack={steps.back}
          onRestart={resumedAt === at && draft.trade && !busy ? () => setIsConfirming(true) : undefined}
          Lesson={Lesson}
          lesson={{
            question: question?.id ?? 'trade',
            opened:
              publishing.kind === 'open' ? (openedShops.get(publishing.shopId) ?? undefined) : undefined,
            ...{ shown, readTimes, goTo: steps.show, setPaused, setPractice, showHints },
          }}
        />
        {busy || !question ? (
          <PublishingState now={publishing} />
        ) : (
          <View className="wizard__question" key={question.id}>
            <question.Question draft={draft} change={change} onDone={steps.next} />
          </View>
        )}
      </View>
      {sheet}
      {isConfirming && (
        <AskSheet
          title={wizardWords.restartAsk}
          text={wizardWords.restartText}
          no={wizardWords.restartNo}
          yes={wizardWords.restartYes}
          onNo={() => setIsConfirming(false)}
          onYes={() => void discardDraft().then(() => setIsConfirming(false))}
        />
      )}
    </Page>
  )
}

function setPractice(wanted: boolean | undefined) {
  const { draft, change } = useDraft.getState()
  const practice = wanted ?? (draft.practice && draft.trade !== null)
  if (practice !== draft.practice) change({ practice })
}

const showHints = (hints: Partial<LessonHints> = useLessonHints.getInitialState()) =>
  useLessonHints.setState(hints)

/** Replaces the wizard by the opened shop's screen once the wizard is visible. */
function useRedirectToOpened(shown: boolean) {
  const publishing = usePublishState((store) => store.now)
  const opened = publishing.kind === 'open' ? publishing.shopId : null
  useEffect(() => {
    if (!opened || !shown) return
    // a shop that was opened for somebody is passed on next
    const page = openedShops.get(opened)?.request.help ? 'handOver' : 'opened'
    void stepHistory.unwind().then(() => replace(urlOf(page, { shop: opened })))
    // reset only on cleanup: an earlier reset would flash an empty first question
    return resetPublishing
  }, [opened, shown])
}

async function discardDraft() {
  const { draft, restart } = useDraft.getState()
  await stepHistory.unwind()
  for (const id of [draft.photoId, draft.lastPhotoId]) if (id) void localPhotos.drop(id)
  restart()
  // the consent was for the shop that is gone
  if (draft.help) replace(consentUrl(draft.help))
}
