/** The bytes under a key are not those that were stored there: a failing disk, or someone's hand. */
export class CorruptedFile extends Error {
  readonly key: string;

  constructor(key: string, reason: string) {
    super(`file ${key}: ${reason}. Mend: restore this object from a backup; what was read of it must not be used`);
    this.name = "CorruptedFile";
    this.key = key;
  }
}
