import { choice, longText, photos, settings, shortText, voice } from '../../setting-schemas'
import { MAX_STORY_LENGTH, STORY_PHOTOS, storyForms } from './settings'

export const schema = settings({
  title: shortText,
  text: longText(MAX_STORY_LENGTH),
  photos: photos(STORY_PHOTOS),
  voice,
  form: choice(storyForms),
})
