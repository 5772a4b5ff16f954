import { choice, longText, photos, settings, shortText, voice } from '../../setting-schemas'
import { STORY_MOST, STORY_PHOTOS, storyForms } from './settings'

export const schema = settings({
  title: shortText,
  text: longText(STORY_MOST),
  photos: photos(STORY_PHOTOS),
  voice,
  form: choice(storyForms),
})
