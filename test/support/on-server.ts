import { provideServer } from './postgres.ts'

export const setup = provideServer
