import { choice, settings } from '../../setting-schemas'

export const schema = settings({ form: choice(['chips', 'underline']) })
