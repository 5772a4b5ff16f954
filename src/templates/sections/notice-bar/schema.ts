import { choice, settings } from '../../settings-schema'

export const schema = settings({ form: choice(['edge', 'strip']) })
