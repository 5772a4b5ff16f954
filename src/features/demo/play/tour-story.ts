import type { PlayerAction } from '@/demo-player/protocol'
import { demoTourWords as words } from '@/locales/lesson/demo-story'
import { homeWords } from '@/locales/shop/home'
import { tradeWords } from '@/locales/shop/trade'
import {
  lookQuestionWords,
  openedWords,
  productQuestionWords,
  termsQuestionWords,
  tradeQuestionWords,
  wizardWords,
} from '@/locales/shop/wizard'
import { type StoryStep, see, step, targetOf } from './story'

/** Points at something until a text appears. */
const guide = (name: string, text: string): PlayerAction => ({
  ...{ do: 'guide', target: targetOf(name), until: { text } },
})

const seller = step('seller')

/** The person opens a shop herself; the story points and explains. */
export const tourStory: readonly StoryStep[] = [
  seller(words.start, guide(homeWords.open.button, tradeQuestionWords.title)),
  seller(words.trade, guide(tradeWords.nuts, productQuestionWords.title)),
  seller(words.photo, {
    do: 'guide',
    target: targetOf('2'),
    until: { enabled: targetOf(wizardWords.next) },
  }),
  seller(words.next, guide(wizardWords.next, termsQuestionWords.title)),
  seller(words.terms, guide(termsQuestionWords.next, lookQuestionWords.title)),
  seller(words.look, guide(lookQuestionWords.open, lookQuestionWords.openTitle)),
  seller(words.open, guide(lookQuestionWords.openYes, openedWords.doneShort)),
  seller(words.opened, see(openedWords.doneShort)),
]
