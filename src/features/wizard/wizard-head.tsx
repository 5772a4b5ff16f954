import { Text, View } from '@tarojs/components'
import { wizardWords } from '@/locales/wizard'
import { pressable } from '@/platform/a11y/aria'
import { hasNativeTitleBar } from '@/platform/navigation/page-frame'
import { useDraft } from './shop-draft'
import { StepsBar } from './steps-bar'
import './wizard-head.scss'

interface WizardHeadProps {
  at: number
  all: number
  onBack(): void
  /** Present when the seller has resumed a stored draft. */
  onRestart?: (() => void) | undefined
}

function Link({ words, onPress }: { words: string; onPress(): void }) {
  return (
    <View className="wizard-head__link" {...pressable(words, onPress)}>
      <Text>{words}</Text>
    </View>
  )
}

/** The head of every question: progress, elapsed time, and a back link where the title bar is native. */
export function WizardHead({ at, all, onBack, onRestart }: WizardHeadProps) {
  return (
    <View className="wizard-head">
      <StepsBar at={at} all={all} />
      <View className="wizard-head__row">
        <View className="wizard-head__start">
          {hasNativeTitleBar && at > 0 && <Link words={wizardWords.back} onPress={onBack} />}
          <Text className="wizard-head__label">{onRestart ? wizardWords.resumed : wizardWords.clock}</Text>
          {onRestart && <Link words={wizardWords.restart} onPress={onRestart} />}
        </View>
        <Clock />
      </View>
    </View>
  )
}

function Clock() {
  const spent = useDraft((store) => store.spent)
  return <Text className="wizard-head__time">{wizardWords.clockTime(spent)}</Text>
}
