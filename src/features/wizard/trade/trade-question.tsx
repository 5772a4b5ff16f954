import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Trade, trades } from '@/domain/shop/trade'
import { tradeWords } from '@/locales/shop/trade'
import { tradeQuestionWords } from '@/locales/shop/wizard'
import { questionSpeech } from '@/locales/shop/wizard-speech'
import { pressable } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { Picture } from '@/ui/picture/picture'
import { PointerTarget } from '../lesson-hints'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import { withTrade } from '../shop-draft'
import './trade-question.scss'

/** Number of trades shown before the list is expanded. */
const FIRST_TRADES = 6
const isInMore = (trade: Trade | null) => trade !== null && trades.indexOf(trade) >= FIRST_TRADES

/** The question about the trade; one tap answers it and continues. */
export function TradeQuestion({ draft, change, onDone }: QuestionProps) {
  const [all, setAll] = useState(isInMore(draft.trade))
  const choose = (trade: Trade) => {
    if (trade !== draft.trade) change(withTrade(draft, trade))
    onDone()
  }
  const shown = all ? trades : trades.slice(0, FIRST_TRADES)
  const speech = questionSpeech.trade(
    shown.map((trade) => tradeWords[trade]),
    all,
  )
  return (
    <QuestionFrame title={tradeQuestionWords.title} speech={speech}>
      <View className={`trade-question ${all ? 'trade-question--all' : ''}`}>
        {shown.map((trade) => (
          <View
            key={trade}
            className={`trade-question__trade ${trade === draft.trade ? 'trade-question__trade--on' : ''}`}
            {...pressable(tradeWords[trade], () => choose(trade), { pressed: trade === draft.trade })}
          >
            <View className="trade-question__picture">
              <Picture art={trade} alt="" ratio={0} />
            </View>
            <Text className="trade-question__words">{tradeWords[trade]}</Text>
          </View>
        ))}
        <PointerTarget place="choices" />
      </View>
      {!all && (
        <View className="trade-question-more">
          <Button kind="line" onPress={() => setAll(true)}>
            {tradeQuestionWords.more}
          </Button>
          <PointerTarget place="others" />
        </View>
      )}
    </QuestionFrame>
  )
}
