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
import { type StoryStep, see, targetOf } from './story'

/** Points at something until a text appears. */
const guide = (name: string, text: string): PlayerAction => ({
  ...{ do: 'guide', target: targetOf(name), until: { text } },
})

/** The person opens a shop herself; the story points and explains. */
export const tourStory: readonly StoryStep[] = [
  {
    caption: words.start,
    phone: 'seller',
    actions: () => [guide(homeWords.open.button, tradeQuestionWords.title)],
  },
  {
    caption: words.trade,
    phone: 'seller',
    actions: () => [guide(tradeWords.nuts, productQuestionWords.title)],
  },
  {
    caption: words.photo,
    phone: 'seller',
    actions: () => [{ do: 'guide', target: targetOf('2'), until: { enabled: targetOf(wizardWords.next) } }],
  },
  {
    caption: words.next,
    phone: 'seller',
    actions: () => [guide(wizardWords.next, termsQuestionWords.title)],
  },
  {
    caption: words.terms,
    phone: 'seller',
    actions: () => [guide(termsQuestionWords.next, lookQuestionWords.title)],
  },
  {
    caption: words.look,
    phone: 'seller',
    actions: () => [guide(lookQuestionWords.open, lookQuestionWords.openTitle)],
  },
  {
    caption: words.open,
    phone: 'seller',
    actions: () => [guide(lookQuestionWords.openYes, openedWords.doneShort)],
  },
  { caption: words.opened, phone: 'seller', actions: () => [see(openedWords.doneShort)] },
]
