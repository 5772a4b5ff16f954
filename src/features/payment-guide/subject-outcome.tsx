import { Text, View } from '@tarojs/components'
import { paymentGuideWords as words } from '@/locales/payment/payment-guide'
import { heading } from '@/platform/a11y/aria'
import { useAutofocusHeading } from '@/platform/a11y/focus'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Texts } from '@/ui/text/texts'
import type { SubjectOutcome } from './subject-questions'
import './payment-guide.scss'

/** The outcome of the questions, its meaning, and the way back to them. */
export function SubjectOutcomeCard({ outcome, onChange }: { outcome: SubjectOutcome; onChange(): void }) {
  const autofocus = useAutofocusHeading()
  return (
    <Card>
      <Text className="payment-guide__title" {...heading(2)} {...autofocus}>
        {words.subject}
      </Text>
      <Text className="payment-guide__text">{words.outcomes[outcome]}</Text>
      {outcome === 'reseller' && (
        <View className="payment-guide__list">
          <Texts className="payment-guide__paper" texts={words.getLicence} />
        </View>
      )}
      <View className="payment-guide__action">
        <Button kind="line" size="small" onPress={onChange}>
          {words.questions.change}
        </Button>
      </View>
    </Card>
  )
}
