import { choice, longText, photos, settings, shortText, voice } from '../../settings-schema'
import { STORY_MOST, STORY_PHOTOS, type StorySettings, storyDefaults, storyForms } from './settings'

export const kind = 'story'
export const defaults: StorySettings = storyDefaults
export const schema = settings({
  title: shortText,
  text: longText(STORY_MOST),
  photos: photos(STORY_PHOTOS),
  voice,
  form: choice(storyForms),
})
