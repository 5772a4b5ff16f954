import { Text, View } from '@tarojs/components'
import type { ComponentProps } from 'react'
import { helpBannerWords } from '@/locales/shop/help'
import { wizardWords } from '@/locales/shop/wizard'
import { aria, pressable } from '@/platform/a11y/aria'
import { go } from '@/platform/navigation/navigate'
import { hasNativeTitleBar } from '@/platform/navigation/page-frame'
import { urlOf } from '@/routes'
import type { Lesson } from './question'
import { useDraft } from './shop-draft'
import './wizard-head.scss'

interface WizardHeadProps {
  at: number
  all: number
  onBack(): void
  /** Present when the seller has resumed a stored draft. */
  onRestart: (() => void) | undefined
  Lesson: Lesson
  lesson: Omit<ComponentProps<Lesson>, 'back' | 'label' | 'clock'>
}

function Link({ words, onPress }: { words: string; onPress(): void }) {
  return (
    <View className="wizard-head__link" {...pressable(words, onPress)}>
      <Text>{words}</Text>
    </View>
  )
}

/** The head of every question: progress, elapsed time, and a back link where the title bar is native. */
export function WizardHead({ at, all, onBack, onRestart, Lesson, lesson }: WizardHeadProps) {
  const back = hasNativeTitleBar && at > 0 && <Link words={wizardWords.back} onPress={onBack} />
  const help = useDraft(({ draft }) => draft.help)
  const label = (
    <>
      {help ? (
        <HelpLabel person={help.person} />
      ) : (
        <Text className="wizard-head__label">{onRestart ? wizardWords.resumed : wizardWords.clock}</Text>
      )}
      {onRestart && <Link words={wizardWords.restart} onPress={onRestart} />}
    </>
  )
  return (
    <View className="wizard-head">
      <StepsBar at={at} all={all} />
      <Lesson {...lesson} back={back} label={label} clock={<Clock />}>
        <View className="wizard-head__row">
          <View className={help ? 'wizard-head__helping' : 'wizard-head__start'}>
            {back}
            {label}
          </View>
          <Clock />
        </View>
      </Lesson>
    </View>
  )
}

/** Says for whom a helper opens the shop, and passes what is answered to that person's phone. */
function HelpLabel({ person }: { person: string }) {
  const canPass = useDraft(({ draft }) => draft.trade !== null && draft.sealed === null)
  return (
    <>
      <Text className="wizard-head__label wizard-head__label--help">{helpBannerWords.open(person)}</Text>
      {canPass && <Link words={helpBannerWords.pass} onPress={() => go(urlOf('handOver'))} />}
    </>
  )
}

function Clock() {
  const spent = useDraft((store) => store.spent)
  return <Text className="wizard-head__time">{wizardWords.clockTime(spent)}</Text>
}

/** Progress through the questions: one segment each, filled up to the current one. */
function StepsBar({ at, all }: { at: number; all: number }) {
  const steps = Array.from({ length: all }, (_, i) => i)
  return (
    <View className="steps-bar" {...aria({ role: 'img', label: wizardWords.step(at + 1, all) })}>
      {steps.map((step) => (
        <View key={step} className={`steps-bar__step ${step <= at ? 'steps-bar__step--on' : ''}`} />
      ))}
    </View>
  )
}
