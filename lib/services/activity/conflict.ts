/** Another transaction came in between; the whole attempt at an ingest is rolled back and made again. */
export class IngestConflict extends Error {}
