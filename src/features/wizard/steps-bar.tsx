import { View } from '@tarojs/components'
import { wizardWords } from '@/locales/shop/wizard'
import { aria } from '@/platform/a11y/aria'
import './steps-bar.scss'

/** Progress through the questions: one segment each, filled up to the current one. */
export function StepsBar({ at, all }: { at: number; all: number }) {
  const steps = Array.from({ length: all }, (_, i) => i)
  return (
    <View className="steps-bar" {...aria({ role: 'img', label: wizardWords.step(at + 1, all) })}>
      {steps.map((step) => (
        <View key={step} className={`steps-bar__step ${step <= at ? 'steps-bar__step--on' : ''}`} />
      ))}
    </View>
  )
}
