import type { RouteReply } from '@/contract/routes'

export type Board = RouteReply<'GET /api/lessons/:lessonId/board'>
export type Lesson = Board['lesson']
