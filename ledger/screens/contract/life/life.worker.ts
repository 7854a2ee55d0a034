import { openAnswers } from "./answer.ts";
import type { Answer, Question } from "./protocol.ts";

// The kernel, beside the page: reading an instant never makes a finger wait.

const answers = openAnswers();

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  postMessage(answerTo(data));
});

function answerTo(question: Question): Answer {
  try {
    return { id: question.id, answer: answers(question) };
  } catch (error) {
    return { id: question.id, failed: error instanceof Error ? error.message : String(error) };
  }
}
