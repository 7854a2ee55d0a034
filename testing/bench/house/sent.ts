/** What clients sent, in how long, and how many milliseconds each request took. */
export interface Sent {
  facts: number;
  seconds: number;
  times: number[];
}
