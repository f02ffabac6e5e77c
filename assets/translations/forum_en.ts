<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="ko_KR">
<context>
    <name>ApologyScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>문제가 생겼지만 답은 저장되었어요</source>
        <translation>Something went wrong, but your answer is saved</translation>
    </message>
    <message>
        <source>답을 저장하지 못했어요</source>
        <translation>Your answer could not be saved</translation>
    </message>
    <message>
        <source>걱정하지 않으셔도 돼요. 다시 제출하실 필요가 없어요.</source>
        <translation>Please do not worry. You do not need to send it again.</translation>
    </message>
    <message>
        <source>쓰신 내용은 아직 여기에 있어요. 한 번 더 제출해 보시거나 안내 데스크에 말씀해 주세요.</source>
        <translation>What you entered is still here. Please send it once more, or tell the information desk.</translation>
    </message>
    <message>
        <source>죄송합니다. 처음부터 다시 해 주시거나 안내 데스크에 말씀해 주세요.</source>
        <translation>We are sorry. Please start again, or tell the information desk.</translation>
    </message>
    <message>
        <source>직원용 코드: %1</source>
        <translation>Code for staff: %1</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>다시 제출하기</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Home</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>열린포럼</source>
        <translation>Open Forum</translation>
    </message>
    <message>
        <source>오늘의 질문</source>
        <translation>Today&apos;s question</translation>
    </message>
    <message>
        <source>외교에 대한 생각을 들려주세요</source>
        <translation>Tell us what you think about diplomacy</translation>
    </message>
    <message>
        <source>오늘 %1명이 참여했어요</source>
        <translation>Taken part today: %1</translation>
    </message>
    <message>
        <source>여기를 누르면 시작해요</source>
        <translation>Touch here to begin</translation>
    </message>
    <message>
        <source>준비하고 있어요</source>
        <translation>Getting ready</translation>
    </message>
    <message>
        <source>이전 언어</source>
        <translation>Previous language</translation>
    </message>
    <message>
        <source>다시 넘기기</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>멈추기</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>다음 언어</source>
        <translation>Next language</translation>
    </message>
    <message>
        <source>직원 도움</source>
        <translation>Staff</translation>
    </message>
</context>
<context>
    <name>CautionScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>글에 개인정보가 들어 있는 것 같아요</source>
        <translation>Your text may contain personal details</translation>
    </message>
    <message>
        <source>여러 사람이 읽는 글이니 지우시는 편이 안전해요. 그대로 두셔도 공개할 때에는 가려요.</source>
        <translation>Several people will read this text, so it is safer to erase them. If you leave them, we hide them in anything we publish.</translation>
    </message>
    <message>
        <source>그대로 두기</source>
        <translation>Leave it as it is</translation>
    </message>
    <message>
        <source>직접 고치기</source>
        <translation>Edit it myself</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Erase it</translation>
    </message>
</context>
<context>
    <name>ChoiceScreen</name>
    <message>
        <source>%1개까지 고를 수 있어요.</source>
        <translation>Choose up to %1.</translation>
    </message>
    <message>
        <source>여러 개를 고를 수 있어요.</source>
        <translation>You can choose more than one.</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>직원을 불렀어요</source>
        <translation>Staff have been called</translation>
    </message>
    <message>
        <source>직원 부르기</source>
        <translation>Call staff</translation>
    </message>
</context>
<context>
    <name>ClosedWords</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>모두 답하지 않을게요</source>
        <translation>Skip all of these</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>Back to the check</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>ContactScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>여기에 써 주세요</source>
        <translation>Write here</translation>
    </message>
    <message>
        <source>해외 번호면 + 넣기</source>
        <translation>Add + for a number abroad</translation>
    </message>
    <message>
        <source>골뱅이표 넣기</source>
        <translation>Insert the at sign</translation>
    </message>
    <message>
        <source>연락처를 남기지 않을게요</source>
        <translation>Leave no contact details</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>연락처 잠그고 다음</source>
        <translation>Lock it and go on</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>HandoffScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>휴대전화로 이어서 하세요</source>
        <translation>Continue on your phone</translation>
    </message>
    <message>
        <source>여기서 마쳐 주세요</source>
        <translation>Please finish here</translation>
    </message>
    <message>
        <source>휴대전화 카메라로 찍으면 지금까지 쓰신 그대로 이어져요.</source>
        <translation>Scan this with your phone’s camera and go on where you are now.</translation>
    </message>
    <message>
        <source>코드는 암호로 잠겨 있어서 다른 사람이 찍어도 읽을 수 없고, 외교부만 열 수 있어요.</source>
        <translation>The code is locked: nobody who scans it can read it. Only the ministry can open it.</translation>
    </message>
    <message>
        <source>남기신 연락처는 함께 가지 않아요. 휴대전화에서 다시 적어 주세요.</source>
        <translation>Your contact details do not go along. Please enter them again on your phone.</translation>
    </message>
    <message>
        <source>쓰신 글이 길어서 휴대전화가 읽을 수 있는 코드에 다 담기지 않아요. 쓰신 내용은 그대로 있으니 여기서 계속해 주세요.</source>
        <translation>Your text is too long for a code that phones can read. Nothing is lost: please go on here.</translation>
    </message>
    <message>
        <source>이 방문을 휴대전화로 옮기는 QR 코드</source>
        <translation>QR code that takes this visit to your phone</translation>
    </message>
    <message>
        <source>휴대전화로 옮겼어요. 여기는 지우기</source>
        <translation>It is on my phone. Erase it here</translation>
    </message>
    <message>
        <source>여기서 계속하기</source>
        <translation>Go on here</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>무엇에 참여하시겠어요?</source>
        <translation>What would you like to do?</translation>
    </message>
    <message>
        <source>누구나 참여할 수 있어요. 이름은 묻지 않아요.</source>
        <translation>Anyone can take part. We do not ask for your name.</translation>
    </message>
    <message>
        <source>진행 중</source>
        <translation>Open now</translation>
    </message>
    <message>
        <source>다른 분들은 어떻게 답했을까요?</source>
        <translation>What did others answer?</translation>
    </message>
    <message>
        <source>결과 보기</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>보기만 해요</source>
        <translation>Just look</translation>
    </message>
    <message>
        <source>이렇게 반영되었습니다</source>
        <translation>What became of suggestions</translation>
    </message>
    <message>
        <source>지난 제안</source>
        <translation>Past suggestions</translation>
    </message>
</context>
<context>
    <name>IntroScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>%1 걸려요. 질문은 %2개쯤이에요.</source>
        <translation>Takes %1, with about %2 questions.</translation>
    </message>
    <message>
        <source>%1 걸려요.</source>
        <translation>Takes %1.</translation>
    </message>
    <message>
        <source>공모 기간: %1</source>
        <translation>Open for entries: %1</translation>
    </message>
    <message>
        <source>참여 기간: %1</source>
        <translation>Open: %1</translation>
    </message>
    <message>
        <source>결과 발표일: %1</source>
        <translation>Results announced: %1</translation>
    </message>
    <message>
        <source>이런 점을 알아 두세요</source>
        <translation>Good to know</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>시작하기</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>다른 활동 보기</source>
        <translation>See other activities</translation>
    </message>
</context>
<context>
    <name>ListSheet</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>열린포럼</source>
        <translation>Open Forum</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>화면 설정</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>직원 도움</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>처음 오셨나요? 새로 시작</source>
        <translation>New here? Start over</translation>
    </message>
    <message>
        <source>새로 시작</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>휴대전화로 이어서</source>
        <translation>Continue on my phone</translation>
    </message>
    <message>
        <source>휴대전화로</source>
        <translation>On my phone</translation>
    </message>
</context>
<context>
    <name>NoteScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>%1부터 %2까지 적을 수 있어요.</source>
        <translation>Any number from %1 to %2.</translation>
    </message>
    <message>
        <source>영보다 작은 수</source>
        <translation>Below zero</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>숫자를 눌러 주세요</source>
        <translation>Touch the digits</translation>
    </message>
    <message>
        <source>%1부터 %2까지의 숫자로 적어 주세요.</source>
        <translation>Please enter a number from %1 to %2.</translation>
    </message>
    <message>
        <source>%1이거나 더 큰 숫자로 적어 주세요.</source>
        <translation>Please enter %1 or a larger number.</translation>
    </message>
    <message>
        <source>%1이거나 더 작은 숫자로 적어 주세요.</source>
        <translation>Please enter %1 or a smaller number.</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>지금은 이 화면을 쓸 수 없어요</source>
        <translation>This screen cannot be used right now</translation>
    </message>
    <message>
        <source>먼저 남겨 주신 의견은 안전하게 보관되어 있어요. 안내 데스크에 말씀해 주시면 도와드릴게요.</source>
        <translation>Everything that was left here before is safe. Please tell the information desk, and we will help you.</translation>
    </message>
    <message>
        <source>직원용 코드: %1</source>
        <translation>Code for staff: %1</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>Staff have been called</translation>
    </message>
    <message>
        <source>직원 부르기</source>
        <translation>Call staff</translation>
    </message>
</context>
<context>
    <name>OutcomesScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>이렇게 반영되었습니다</source>
        <translation>What became of suggestions</translation>
    </message>
    <message>
        <source>이렇게 말씀해 주셨어요</source>
        <translation>What visitors said</translation>
    </message>
    <message>
        <source>이렇게 바뀌었어요</source>
        <translation>What has changed</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>참여하러 가기</source>
        <translation>Go and take part</translation>
    </message>
</context>
<context>
    <name>QuestionFrame</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>RankingScreen</name>
    <message>
        <source>중요한 순서대로 %1개를 눌러 주세요. 다시 누르면 빠져요.</source>
        <translation>Touch %1 in order of importance. Touch again to take one out.</translation>
    </message>
    <message>
        <source>중요한 순서대로 눌러 주세요. 다시 누르면 빠져요.</source>
        <translation>Touch them in order of importance. Touch again to take one out.</translation>
    </message>
</context>
<context>
    <name>ResultsScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>잘 접수되었어요. 접수번호 %1</source>
        <translation>We have received it. Receipt number %1</translation>
    </message>
    <message>
        <source>지금까지 %1명이 답했어요. %2명이 되면 결과를 보여 드려요. 누가 어떻게 답했는지 알 수 없게 하려는 거예요.</source>
        <translation>Answers so far: %1. Results appear from %2 people on, so that nobody&apos;s answer can be guessed.</translation>
    </message>
    <message>
        <source>%1명</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>내 답</source>
        <translation>your answer</translation>
    </message>
    <message>
        <source>지금까지 이 화면에서 %1명이 답했어요. 뽑힌 사람에게 물은 표본조사가 아니라서, 온 국민의 생각이라고 할 수는 없어요.</source>
        <translation>%1 people have answered on this screen so far. This is not a sample survey, so it does not speak for everyone in Korea.</translation>
    </message>
    <message>
        <source>가렸어요</source>
        <translation>Not shown</translation>
    </message>
    <message>
        <source>%1명 미만인 답은 가렸어요. 그 수를 짐작하게 하는 답도 함께 가려서, 누가 어떻게 답했는지 알 수 없게 했어요.</source>
        <translation>Answers given by fewer than %1 people are not shown, nor are those from which their number could be worked out, so that nobody can tell who answered what.</translation>
    </message>
    <message>
        <source>이전 결과</source>
        <translation>Previous results</translation>
    </message>
    <message>
        <source>다음 결과</source>
        <translation>Next results</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>접수증 받기</source>
        <translation>Get my receipt</translation>
    </message>
    <message>
        <source>참여하러 가기</source>
        <translation>Go and take part</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>이대로 제출할까요?</source>
        <translation>Send it like this?</translation>
    </message>
    <message>
        <source>고치고 싶은 답을 누르면 바로 바꿀 수 있어요.</source>
        <translation>Touch an answer to change it.</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>고치기</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>저장하고 있어요…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>제출하기</source>
        <translation>Send</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>언어를 골라 주세요</source>
        <translation>Choose your language</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>화면을 보기 편하게 바꿔 보세요</source>
        <translation>Make the screen easier to see</translation>
    </message>
    <message>
        <source>다 됐어요</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>큰 글씨</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>선명한 화면</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>움직임 줄이기</source>
        <translation>Less movement</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>Staff have been called</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요. 급하시면 안내 데스크에 말씀해 주세요. 쓰시던 내용은 그대로 있어요.</source>
        <translation>Please wait a moment. If it is urgent, please tell the information desk. What you entered is still here.</translation>
    </message>
    <message>
        <source>계속하기</source>
        <translation>Keep going</translation>
    </message>
    <message>
        <source>새로 시작할까요?</source>
        <translation>Start over?</translation>
    </message>
    <message>
        <source>아직 제출하지 않은 내용은 모두 지워져요.</source>
        <translation>Everything not yet sent will be erased.</translation>
    </message>
    <message>
        <source>지우고 새로 시작</source>
        <translation>Erase and start over</translation>
    </message>
    <message>
        <source>처음 화면으로 갈까요?</source>
        <translation>Go to the first screen?</translation>
    </message>
    <message>
        <source>이 카드를 그만둘까요?</source>
        <translation>Stop with this card?</translation>
    </message>
    <message>
        <source>이 활동에서 고르거나 쓰신 내용은 지워져요.</source>
        <translation>What you chose or wrote in this activity will be erased.</translation>
    </message>
    <message>
        <source>이 카드에서 옮겨 적은 내용은 지워져요. 이미 저장한 카드는 그대로예요.</source>
        <translation>What was typed in from this card is wiped. Cards that are saved stay.</translation>
    </message>
    <message>
        <source>지우고 처음으로</source>
        <translation>Erase and go home</translation>
    </message>
    <message>
        <source>지우고 그만두기</source>
        <translation>Wipe and stop</translation>
    </message>
    <message>
        <source>방금 제출하신 것을 취소할까요?</source>
        <translation>Take back what you just sent?</translation>
    </message>
    <message>
        <source>쓰신 내용을 이 기계에서 지워요. 지운 뒤에는 되돌릴 수 없어요.</source>
        <translation>What you entered is erased from this machine. It cannot be brought back.</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>취소하고 지우기</source>
        <translation>Take it back and erase it</translation>
    </message>
    <message>
        <source>아직 계신가요?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>시간이 지나면 다음 분을 위해 쓰시던 내용을 지워요.</source>
        <translation>When the time is up, what you entered is erased for the next person.</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>I am still here</translation>
    </message>
    <message>
        <source>그만할게요</source>
        <translation>I have finished</translation>
    </message>
</context>
<context>
    <name>StaffCardsScreen</name>
    <message>
        <source>방금 카드 취소 (%1초 안에)</source>
        <translation>Take this card back (within %1 s)</translation>
    </message>
    <message>
        <source>어떤 카드인가요? 오늘 입력한 카드: %1장</source>
        <translation>Which card is it? Entered today: %1</translation>
    </message>
    <message>
        <source>하루 전</source>
        <translation>A day earlier</translation>
    </message>
    <message>
        <source>하루 뒤</source>
        <translation>A day later</translation>
    </message>
</context>
<context>
    <name>StaffContentScreen</name>
    <message>
        <source>USB에서 콘텐츠 설치</source>
        <translation>Install content from USB</translation>
    </message>
    <message>
        <source>활동 열고 닫기</source>
        <translation>Open and close activities</translation>
    </message>
    <message>
        <source>열림</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>닫음</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>기간 밖</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>지금 쓰는 콘텐츠</source>
        <translation>Content in use</translation>
    </message>
    <message>
        <source>이전 판으로 (%1)</source>
        <translation>Back to %1</translation>
    </message>
</context>
<context>
    <name>StaffDone</name>
    <message>
        <source>되돌리기</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>StaffEntryScreen</name>
    <message>
        <source>들어가기</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>아직 계정이 없어요. 이 컴퓨터의 명령줄에서 만들어 주세요: forum-staff account add 이름 --role manager</source>
        <translation>There is no account yet. Make one on this computer&apos;s command line: forum-staff account add NAME --role manager</translation>
    </message>
    <message>
        <source>누구세요?</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>여러 번 틀렸어요. %1초 뒤에 다시 할 수 있어요.</source>
        <translation>Wrong too often. You can try again in %1 seconds.</translation>
    </message>
    <message>
        <source>PIN이 맞지 않아요. 다시 눌러 주세요.</source>
        <translation>That is not the PIN. Please try again.</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>StaffExportScreen</name>
    <message>
        <source>그만두기</source>
        <translation>Stop here</translation>
    </message>
    <message>
        <source>내보내기</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>언제</source>
        <translation>When</translation>
    </message>
    <message>
        <source>어디에</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>USB를 꽂아 주세요. 꽂으면 여기에 나타나요.</source>
        <translation>Plug in a USB stick. It then appears here.</translation>
    </message>
    <message>
        <source>무엇을</source>
        <translation>What</translation>
    </message>
    <message>
        <source>집계를 엑셀(XLSX), 표(CSV), 문서(PDF), 기계용(JSON) 파일로, 서명과 함께 담아요. 이름과 연락처, 쓰신 글은 들어가지 않아요.</source>
        <translation>The tally as workbook (XLSX), table (CSV), document (PDF) and for machines (JSON), signed. No names, no contact, nothing that visitors wrote.</translation>
    </message>
</context>
<context>
    <name>StaffFrame</name>
    <message>
        <source>직원 화면</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>보통 크기</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>크게</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>보통 색</source>
        <translation>Normal colours</translation>
    </message>
    <message>
        <source>선명하게</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>나가기</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>StaffInstallScreen</name>
    <message>
        <source>다른 파일 보기</source>
        <translation>Look at another file</translation>
    </message>
    <message>
        <source>설치하지 않고 돌아가기</source>
        <translation>Back without installing</translation>
    </message>
    <message>
        <source>받아들이고 설치</source>
        <translation>Accept and install</translation>
    </message>
    <message>
        <source>이 USB에는 콘텐츠 파일(.yaml)이 없어요. 맨 위 폴더나 그 아래 폴더에 넣어 다시 꽂아 주세요.</source>
        <translation>There is no content file (.yaml) on this stick. Put it in the top folder, or in one just below, and plug the stick in again.</translation>
    </message>
    <message>
        <source>USB를 꽂아 주세요. 꽂으면 여기에 나타나요.</source>
        <translation>Plug in a USB stick. It appears here.</translation>
    </message>
    <message>
        <source>USB에 있는 콘텐츠</source>
        <translation>Content on the stick</translation>
    </message>
    <message>
        <source>잘못된 곳</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>받아들이면 이렇게 돼요</source>
        <translation>What accepting changes</translation>
    </message>
    <message>
        <source>새 활동: %1</source>
        <translation>New activity: %1</translation>
    </message>
    <message>
        <source>없어지는 활동: %1</source>
        <translation>Removed activity: %1</translation>
    </message>
    <message>
        <source>바뀜: %1</source>
        <translation>Changed: %1</translation>
    </message>
    <message>
        <source>이미 받은 의견은 그대로 남아요. 다음 방문자부터 새 콘텐츠가 보이고, 언제든 되돌릴 수 있어요.</source>
        <translation>What visitors have submitted stays. The next visitor sees the new content, and you can go back at any time.</translation>
    </message>
</context>
<context>
    <name>StaffMachineScreen</name>
    <message>
        <source>상태</source>
        <translation>State</translation>
    </message>
    <message>
        <source>보내고 있어요</source>
        <translation>Uploading</translation>
    </message>
    <message>
        <source>지금 보내기</source>
        <translation>Upload now</translation>
    </message>
    <message>
        <source>앱 다시 시작</source>
        <translation>Restart the app</translation>
    </message>
    <message>
        <source>방문자에게</source>
        <translation>For visitors</translation>
    </message>
    <message>
        <source>운영을 멈추면 방문자에게 네 언어로 이렇게 보여요.</source>
        <translation>While out of service, visitors see this in four languages.</translation>
    </message>
    <message>
        <source>지금 보이는 글: %1</source>
        <translation>Shown now: %1</translation>
    </message>
</context>
<context>
    <name>StaffMessageScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>Stop and go back</translation>
    </message>
    <message>
        <source>운영을 멈추고 이 글 보이기</source>
        <translation>Close and show this</translation>
    </message>
    <message>
        <source>방문자에게 보일 글</source>
        <translation>What visitors will read</translation>
    </message>
    <message>
        <source>예: 오후 2시에 다시 열어요</source>
        <translation>For example: We open again at 2 pm</translation>
    </message>
    <message>
        <source>쓴 그대로 보여요. 다른 말을 쓰는 분께는 아래 문장이 그 언어로 함께 보여요.</source>
        <translation>It is shown as you write it. Readers of other languages see the sentence below it in theirs.</translation>
    </message>
    <message>
        <source>방문자가 보는 화면</source>
        <translation>What visitors will see</translation>
    </message>
</context>
<context>
    <name>StaffNameScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>Stop and go back</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>예: 지수</source>
        <translation>For example: jisu</translation>
    </message>
    <message>
        <source>무엇을 맡나요?</source>
        <translation>What is the account for?</translation>
    </message>
</context>
<context>
    <name>StaffPeopleScreen</name>
    <message>
        <source>계정 더하기</source>
        <translation>Add an account</translation>
    </message>
    <message>
        <source>PIN 바꾸기</source>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 지울까요?</source>
        <translation>Remove the account “%1”?</translation>
    </message>
    <message>
        <source>이 계정으로는 더 들어올 수 없어요. 그동안 한 일의 기록은 남아요.</source>
        <translation>Nobody can enter with it any more. The log of what was done under it stays.</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>Leave it as it is</translation>
    </message>
</context>
<context>
    <name>StaffPinScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>Stop and go back</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>‘%1’의 새 PIN을 한 번 더 눌러 주세요</source>
        <translation>Type the new PIN of “%1” once more</translation>
    </message>
    <message>
        <source>‘%1’의 새 PIN을 눌러 주세요(숫자 6~12자리)</source>
        <translation>Type the new PIN of “%1” (6 to 12 digits)</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>StaffSettingsScreen</name>
    <message>
        <source>바꾼 설정 저장</source>
        <translation>Save the changes</translation>
    </message>
    <message>
        <source>여는 시간</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>여는 시간 밖에는 화면 끄기</source>
        <translation>Screen off outside opening hours</translation>
    </message>
    <message>
        <source>꺼진 화면은 누르면 2분 동안 켜지고, 참여하고 있는 방문은 끊지 않아요. 기본값: 늘 켜 둠</source>
        <translation>A touch lights a dark screen for two minutes, and no visit is cut off. Default: always on</translation>
    </message>
    <message>
        <source>켬</source>
        <translation>On</translation>
    </message>
    <message>
        <source>끔</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>시각은 서울 시각이에요.</source>
        <translation>Times are Seoul time.</translation>
    </message>
    <message>
        <source>이날은 하루 내내 화면이 꺼져 있어요.</source>
        <translation>The screen is off all day.</translation>
    </message>
    <message>
        <source>바꾼 것은 저장한 뒤부터 써요. 저장하지 않고 나가면 바꾸기 전 그대로예요.</source>
        <translation>Changes count once they are saved. If you leave without saving, everything stays as it was.</translation>
    </message>
    <message>
        <source>이날 열어요</source>
        <translation>Open on this day</translation>
    </message>
    <message>
        <source>쉼</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>열림</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>%1에 열고</source>
        <translation>Opens %1</translation>
    </message>
    <message>
        <source>%1에 닫아요</source>
        <translation>Closes %1</translation>
    </message>
    <message>
        <source>%1분 일찍</source>
        <translation>%1 min earlier</translation>
    </message>
    <message>
        <source>%1분 늦게</source>
        <translation>%1 min later</translation>
    </message>
    <message>
        <source>월~금 모두 이렇게</source>
        <translation>Same Monday to Friday</translation>
    </message>
    <message>
        <source>매일 이렇게</source>
        <translation>Same every day</translation>
    </message>
    <message>
        <source>마감할 때 쓰는 집계 파일</source>
        <translation>Tally files written at closing time</translation>
    </message>
    <message>
        <source>남겨 두는 백업</source>
        <translation>Backups to keep</translation>
    </message>
    <message>
        <source>적게</source>
        <translation>Fewer</translation>
    </message>
    <message>
        <source>많게</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>StaffTestsScreen</name>
    <message>
        <source>화면을 모두 보았어요. 점이나 줄이 보였다면 관리자에게 알려 주세요.</source>
        <translation>The whole screen was shown. If you saw dots or lines, tell the manager.</translation>
    </message>
    <message>
        <source>화면의 모든 자리가 손가락을 알아차렸어요.</source>
        <translation>Every place of the screen felt the finger.</translation>
    </message>
    <message>
        <source>알아차리지 못한 자리: %1곳. 닦아 보고 그대로면 관리자에게 알려 주세요.</source>
        <translation>Places that felt nothing: %1. Wipe the glass; if it stays so, tell the manager.</translation>
    </message>
    <message>
        <source>소리를 냈어요. 들리지 않으면 음량과 연결을 봐 주세요.</source>
        <translation>A tone was played. If you heard nothing, look at volume and cable.</translation>
    </message>
    <message>
        <source>소리를 낼 장치가 없어요. 스피커 연결을 봐 주세요.</source>
        <translation>There is nothing to play a tone on. Look at the loudspeaker&apos;s cable.</translation>
    </message>
    <message>
        <source>화면</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>색을 하나씩 화면 가득 보여요. 누르면 다음 색이에요.</source>
        <translation>One colour after another over the whole screen. A touch shows the next.</translation>
    </message>
    <message>
        <source>터치</source>
        <translation>Touch</translation>
    </message>
    <message>
        <source>화면의 모든 칸을 손가락으로 문질러 채워요.</source>
        <translation>Rub every field of the screen with a finger.</translation>
    </message>
    <message>
        <source>소리</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>1초 동안 소리를 내요.</source>
        <translation>Plays a tone of one second.</translation>
    </message>
    <message>
        <source>다음 색</source>
        <translation>Next colour</translation>
    </message>
    <message>
        <source>끝내기 (%1칸 남음)</source>
        <translation>End (%1 left)</translation>
    </message>
    <message>
        <source>시작하기</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>StaffTodayScreen</name>
    <message>
        <source>오늘 집계를 USB로 내보내기</source>
        <translation>Export today&apos;s tally to USB</translation>
    </message>
    <message>
        <source>제출했어요</source>
        <translation>submitted</translation>
    </message>
    <message>
        <source>하다가 그만뒀어요</source>
        <translation>gave up half-way</translation>
    </message>
    <message>
        <source>휴대전화로 이어 갔어요</source>
        <translation>went on at the phone</translation>
    </message>
    <message>
        <source>걸린 시간(가운데값)</source>
        <translation>time taken (median)</translation>
    </message>
    <message>
        <source>시간대</source>
        <translation>By hour</translation>
    </message>
    <message>
        <source>활동</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>그만둔 자리</source>
        <translation>Where visits were given up</translation>
    </message>
    <message>
        <source>제출</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>제출하지 않음</source>
        <translation>Not submitted</translation>
    </message>
</context>
<context>
    <name>StatementsScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>다른 분이 남긴 생각이에요</source>
        <translation>Something another person thinks</translation>
    </message>
    <message>
        <source>동의해요</source>
        <translation>I agree</translation>
    </message>
    <message>
        <source>동의하지 않아요</source>
        <translation>I disagree</translation>
    </message>
    <message>
        <source>잘 모르겠어요</source>
        <translation>I am not sure</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>Back to the check</translation>
    </message>
    <message>
        <source>여기까지 할게요</source>
        <translation>That is all from me</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>Skip</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>이전</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>Back to the check</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>TextScreen</name>
    <message>
        <source>여기에 써 주세요</source>
        <translation>Write here</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>위로</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>고맙습니다. 잘 접수되었어요.</source>
        <translation>Thank you. We have received it.</translation>
    </message>
    <message>
        <source>담당 부서가 읽고 정책을 만들 때 참고해요.</source>
        <translation>The department in charge reads it when making policy.</translation>
    </message>
    <message>
        <source>담당 부서가 살펴보고, 접수한 날부터 한 달 안에 채택할지 정해요.</source>
        <translation>The department in charge reviews it and decides within one month of today.</translation>
    </message>
    <message>
        <source>행사 때 진행자에게 전해 드려요.</source>
        <translation>We pass it on to the hosts of the event.</translation>
    </message>
    <message>
        <source>사업 담당자에게 전해 드려요.</source>
        <translation>We pass it on to the people who run the project.</translation>
    </message>
    <message>
        <source>담당 부서가 읽고, 남기신 연락처로 답변을 드려요.</source>
        <translation>The department in charge reads it and answers you.</translation>
    </message>
    <message>
        <source>공모가 끝난 뒤 한 달 안에 심사해서 채택할지 정해요.</source>
        <translation>After the call closes, it is judged within one month.</translation>
    </message>
    <message>
        <source>제출을 취소했어요.</source>
        <translation>You took it back.</translation>
    </message>
    <message>
        <source>휴대전화로 QR 코드를 찍으면 어떻게 되었는지 볼 수 있어요.</source>
        <translation>Scan the QR code with your phone to follow what happens to it.</translation>
    </message>
    <message>
        <source>나중에 물어보실 때 이 접수번호를 알려 주세요.</source>
        <translation>If you ask about it later, please give this receipt number.</translation>
    </message>
    <message>
        <source>쓰신 내용은 이 기계에서 지웠고, 결과에도 세지 않아요.</source>
        <translation>What you entered is erased from this machine and is not counted in the results.</translation>
    </message>
    <message>
        <source>외교부로 이미 보내졌다면 거기에서도 지우도록 알려요. 이 접수번호는 ‘취소됨’으로 남아요.</source>
        <translation>If it had already been sent to the ministry, we tell the ministry to erase it too. This receipt number stays, marked as withdrawn.</translation>
    </message>
    <message>
        <source>접수번호</source>
        <translation>Receipt number</translation>
    </message>
    <message>
        <source>접수</source>
        <translation>RECEIVED</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>내 접수증을 여는 QR 코드</source>
        <translation>QR code that opens your receipt</translation>
    </message>
    <message>
        <source>마치기 (%1초)</source>
        <translation>Finish (%1 s)</translation>
    </message>
    <message>
        <source>방금 제출 취소 (%1초 안에)</source>
        <translation>Take it back (%1 s left)</translation>
    </message>
    <message>
        <source>다른 활동도 하기</source>
        <translation>Do something else</translation>
    </message>
    <message>
        <source>마치기 (%1초 뒤 자동으로)</source>
        <translation>Finish (by itself in %1 s)</translation>
    </message>
</context>
<context>
    <name>staff</name>
    <message>
        <source>안내</source>
        <translation>attendant</translation>
    </message>
    <message>
        <source>관리</source>
        <translation>manager</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>USB로</source>
        <translation>To USB</translation>
    </message>
    <message>
        <source>접수카드</source>
        <translation>Paper cards</translation>
    </message>
    <message>
        <source>콘텐츠</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>계정</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>설정</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>기기</source>
        <translation>Machine</translation>
    </message>
    <message>
        <source>점검</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>어제</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>최근 7일</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>이번 달</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>나이대</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>사는 곳</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>성별</source>
        <translation>Gender</translation>
    </message>
    <message>
        <source>답변을 받을지</source>
        <translation>Whether to get an answer</translation>
    </message>
    <message>
        <source>만 14세인지</source>
        <translation>Whether 14 or over</translation>
    </message>
    <message>
        <source>개인정보 동의</source>
        <translation>Consent to privacy</translation>
    </message>
    <message>
        <source>의견과 연결 동의</source>
        <translation>Consent to link with the opinion</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>전화번호</source>
        <translation>Phone number</translation>
    </message>
    <message>
        <source>이메일</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>제출 전 확인</source>
        <translation>Check before submitting</translation>
    </message>
    <message>
        <source>저장 실패</source>
        <translation>Could not be saved</translation>
    </message>
    <message>
        <source>세고 있어요</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>표(CSV)를 만들고 있어요</source>
        <translation>Making the table (CSV)</translation>
    </message>
    <message>
        <source>기계용 파일(JSON)을 만들고 있어요</source>
        <translation>Making the file for machines (JSON)</translation>
    </message>
    <message>
        <source>엑셀 파일을 만들고 있어요</source>
        <translation>Making the workbook</translation>
    </message>
    <message>
        <source>PDF를 조판하고 있어요. 가장 오래 걸려요</source>
        <translation>Typesetting the PDF, which takes longest</translation>
    </message>
    <message>
        <source>USB에 쓰고 있어요. 빼지 마세요</source>
        <translation>Writing to the stick. Do not pull it out</translation>
    </message>
    <message>
        <source>USB가 빠졌거나 쓸 수 없어요. 쓰다 만 파일은 다음 번에 지워져요. 다시 꽂고 한 번 더 내보내 주세요.</source>
        <translation>The stick was pulled out or cannot be written. What is half-written is removed by the next export. Plug it in again and export once more.</translation>
    </message>
    <message>
        <source>쓰기가 막힌 USB예요. 아무것도 바꾸지 않았어요. 잠금을 풀거나 다른 USB를 꽂아 주세요.</source>
        <translation>The stick is write-protected. Nothing was changed. Release its lock, or plug in another one.</translation>
    </message>
    <message>
        <source>USB에서 다시 읽은 내용이 달라요. 아무것도 남기지 않았어요. 다른 USB를 꽂아 주세요.</source>
        <translation>What was read back from the stick differs. Nothing was left on it. Plug in another one.</translation>
    </message>
    <message>
        <source>내보내기를 그만두었어요. USB에는 아무것도 남지 않았어요.</source>
        <translation>The export was stopped. Nothing is left on the stick.</translation>
    </message>
    <message>
        <source>보내기를 기다려요</source>
        <translation>Waiting to be uploaded</translation>
    </message>
    <message>
        <source>부처가 마지막으로 확인함</source>
        <translation>Last signed receipt</translation>
    </message>
    <message>
        <source>마지막으로 보내 봄</source>
        <translation>Last try to upload</translation>
    </message>
    <message>
        <source>여기에 보관함</source>
        <translation>Kept here</translation>
    </message>
    <message>
        <source>디스크 남은 자리</source>
        <translation>Disk free</translation>
    </message>
    <message>
        <source>시계</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>온도</source>
        <translation>Temperature</translation>
    </message>
    <message>
        <source>오늘 직원을 부름</source>
        <translation>Calls for staff today</translation>
    </message>
    <message>
        <source>전송이 멈췄어요(관리자에게 알려 주세요)</source>
        <translation>Uploading has stopped (tell a manager)</translation>
    </message>
    <message>
        <source>격리됨(관리자에게 알려 주세요)</source>
        <translation>In quarantine (tell the manager)</translation>
    </message>
    <message>
        <source>저장소를 복구함(관리자에게 알려 주세요)</source>
        <translation>The store was mended (tell the manager)</translation>
    </message>
    <message>
        <source>키오스크</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>부처에 같은 이름의 다른 기록이 있어요</source>
        <translation>The ministry holds other records under this name</translation>
    </message>
    <message>
        <source>부처가 이 키오스크를 받지 않아요</source>
        <translation>The ministry does not take this kiosk</translation>
    </message>
    <message>
        <source>인터넷으로 맞춤</source>
        <translation>set by the network</translation>
    </message>
    <message>
        <source>맞추지 못함</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>맞췄는지 알 수 없음</source>
        <translation>source unknown</translation>
    </message>
    <message>
        <source>앱을 다시 시작해요.</source>
        <translation>The app starts anew.</translation>
    </message>
    <message>
        <source>운영을 멈췄어요. 나가면 방문자에게 안내가 보여요.</source>
        <translation>Out of service. When you leave, visitors see the message.</translation>
    </message>
    <message>
        <source>다시 운영해요. 나가면 방문자를 맞아요.</source>
        <translation>In service again. When you leave, visitors are welcome.</translation>
    </message>
    <message>
        <source>잠시 뒤에 다시 열어요</source>
        <translation>We will be back soon</translation>
    </message>
    <message>
        <source>점검하고 있어요</source>
        <translation>Being checked</translation>
    </message>
    <message>
        <source>오늘은 마쳤어요</source>
        <translation>Finished for today</translation>
    </message>
    <message>
        <source>옆 키오스크를 이용해 주세요</source>
        <translation>Please use the kiosk beside this one</translation>
    </message>
    <message>
        <source>조금만 기다려 주세요. 급하시면 안내 데스크에 말씀해 주세요.</source>
        <translation>Please wait a little. If you are in a hurry, tell the information desk.</translation>
    </message>
    <message>
        <source>불편을 드려 죄송해요. 의견은 안내 데스크의 접수카드로도 받아요.</source>
        <translation>We are sorry for the trouble. You can also leave your opinion on a card at the information desk.</translation>
    </message>
    <message>
        <source>함께해 주셔서 고마워요. 다음에 또 들러 주세요.</source>
        <translation>Thank you for taking part. Please come again.</translation>
    </message>
    <message>
        <source>이 화면은 지금 쉬고 있어요. 옆에서 똑같이 참여하실 수 있어요.</source>
        <translation>This screen is resting now. You can take part at the next one just the same.</translation>
    </message>
    <message>
        <source>%1시</source>
        <translation>%1:00</translation>
    </message>
    <message>
        <source>%1초</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1분 %2초</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 남음</source>
        <translation>%1 free</translation>
    </message>
    <message>
        <source>USB에 자리가 모자라요(%1 필요, %2 남음). 아무것도 남기지 않았어요. 다른 USB를 꽂아 주세요.</source>
        <translation>Not enough room on the stick (%1 needed, %2 free). Nothing was left on it. Plug in another one.</translation>
    </message>
    <message>
        <source>하지 못했어요. 저장된 의견은 그대로예요.</source>
        <translation>It could not be done. What is stored is as it was.</translation>
    </message>
    <message>
        <source>“%1”의 %2 폴더에 %3건을 저장했어요. 이제 USB를 빼셔도 돼요.</source>
        <translation>%3 submissions are in the folder %2 on “%1”. You can take the stick out now.</translation>
    </message>
    <message>
        <source>이 키오스크는 아직 등록되지 않아 서명은 없어요.</source>
        <translation>This kiosk is not enrolled yet, so nothing is signed.</translation>
    </message>
    <message>
        <source>%1건</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>아직 없음</source>
        <translation>none yet</translation>
    </message>
    <message>
        <source>%1, 다음은 %2</source>
        <translation>%1, next %2</translation>
    </message>
    <message>
        <source>알 수 없음</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>없음</source>
        <translation>none</translation>
    </message>
    <message>
        <source>%1번, 마지막 %2</source>
        <translation>%1, last %2</translation>
    </message>
    <message>
        <source>아직 등록되지 않음</source>
        <translation>not enrolled yet</translation>
    </message>
    <message>
        <source>%1건을 보냈어요. %2건이 남았어요.</source>
        <translation>%1 submissions were uploaded; %2 wait.</translation>
    </message>
    <message>
        <source>보내지 못했어요. 의견은 그대로 있고, 저절로 다시 보내요.</source>
        <translation>It could not be uploaded. Nothing is lost, and it is tried again by itself.</translation>
    </message>
    <message>
        <source>접수카드 · %1</source>
        <translation>Paper card · %1</translation>
    </message>
    <message>
        <source>‘%1’ 카드를 저장했어요. 카드에 적어 둘 접수번호: %2</source>
        <translation>The card of “%1” is saved. Write its number on the card: %2</translation>
    </message>
    <message>
        <source>접수번호 %1 카드를 취소했어요. 적은 내용은 지웠고 세지 않아요.</source>
        <translation>The card %1 is taken back. What was typed is erased and not counted.</translation>
    </message>
    <message>
        <source>직접 쓰기</source>
        <translation>In our own words</translation>
    </message>
    <message>
        <source>운영해요</source>
        <translation>In service</translation>
    </message>
    <message>
        <source>지금은 이 화면을 쓸 수 없어요. 궁금하신 점은 안내 데스크에 말씀해 주세요.</source>
        <translation>This screen is closed for now. If you have a question, please ask at the information desk.</translation>
    </message>
    <message>
        <source>새로 생겨요</source>
        <translation>new</translation>
    </message>
    <message>
        <source>없어져요</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>바뀌어요</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>말이 바뀌어요</source>
        <translation>other words</translation>
    </message>
    <message>
        <source>순서가 바뀌어요</source>
        <translation>in another order</translation>
    </message>
    <message>
        <source>질문</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>보기</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>주제</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>반영된 제안</source>
        <translation>What became of a suggestion</translation>
    </message>
    <message>
        <source>활동</source>
        <translation>Activities</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>제목</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>여는 날</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>닫는 날</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>결과 발표일</source>
        <translation>Day of the results</translation>
    </message>
    <message>
        <source>걸리는 시간(분)</source>
        <translation>Minutes it takes</translation>
    </message>
    <message>
        <source>꼭 답해야 하는지</source>
        <translation>Whether an answer is required</translation>
    </message>
    <message>
        <source>묻는 조건</source>
        <translation>When it is asked</translation>
    </message>
    <message>
        <source>받는 조건</source>
        <translation>Which answers are taken</translation>
    </message>
    <message>
        <source>행사 순서</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>묻는 방법</source>
        <translation>Type of question</translation>
    </message>
    <message>
        <source>지금 쓰고 있는 것과 같아요. 설치할 것이 없어요.</source>
        <translation>This is what is in use already. There is nothing to install.</translation>
    </message>
    <message>
        <source>파일을 읽지 못했어요. 아무것도 바꾸지 않았어요. USB를 다시 꽂아 주세요.</source>
        <translation>The file could not be read, and nothing was changed. Plug the stick in again.</translation>
    </message>
    <message>
        <source>여기에는 더 새로운 %1판이 있어요. 아무것도 바꾸지 않았어요. 옛 판을 쓰려면 앞 화면에서 되돌려 주세요.</source>
        <translation>The newer version %1 is here already, and nothing was changed. To use an older one, go back to it on the page before.</translation>
    </message>
    <message>
        <source>%1판이 이미 있는데 내용이 달라요. 아무것도 바꾸지 않았어요. 만든 사람에게 판 번호를 올려 달라고 해 주세요.</source>
        <translation>Version %1 is here already, with other content; nothing was changed. Ask whoever made the file to raise its version.</translation>
    </message>
    <message>
        <source>활동 %2이(가) 다른 묶음(%1)에 이미 있어요. 아무것도 바꾸지 않았어요. 만든 사람에게 이 화면을 보여 주세요.</source>
        <translation>The activity %2 is in another pack (%1) already; nothing was changed. Show this screen to whoever made the file.</translation>
    </message>
    <message>
        <source>콘텐츠 파일에 잘못된 곳이 있어요. 아무것도 바꾸지 않았어요. 만든 사람에게 아래 내용을 보여 주세요.</source>
        <translation>Something is wrong with the content file; nothing was changed. Show what stands below to whoever made it.</translation>
    </message>
    <message>
        <source>‘%1’ 활동을 닫았어요. 다음 방문자부터 참여할 수 없어요.</source>
        <translation>“%1” is closed, from the next visitor on.</translation>
    </message>
    <message>
        <source>‘%1’ 활동을 열었어요. 정해진 기간에 참여할 수 있어요.</source>
        <translation>“%1” is open again on the days that are set for it.</translation>
    </message>
    <message>
        <source>‘%1’ %2판을 설치했어요. 다음 방문자부터 보여요.</source>
        <translation>Version %2 of “%1” is installed. The next visitor sees it.</translation>
    </message>
    <message>
        <source>‘%1’을(를) %2판으로 되돌렸어요. 다음 방문자부터 보여요.</source>
        <translation>“%1” is back at version %2. The next visitor sees it.</translation>
    </message>
    <message>
        <source>%1부터</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>%1까지</source>
        <translation>Until %1</translation>
    </message>
    <message>
        <source>기간 없이 늘</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>닫아 두었어요</source>
        <translation>closed by staff</translation>
    </message>
    <message>
        <source>참여할 수 있어요</source>
        <translation>visitors can take part</translation>
    </message>
    <message>
        <source>%1판</source>
        <translation>version %1</translation>
    </message>
    <message>
        <source>%1판 · 활동 %2개 · %3에 설치</source>
        <translation>Version %1 · %2 activities · installed %3</translation>
    </message>
    <message>
        <source>%1판에서 되돌림</source>
        <translation>rolled back from version %1</translation>
    </message>
    <message>
        <source>%1번째 줄</source>
        <translation>line %1</translation>
    </message>
    <message>
        <source>그 밖에</source>
        <translation>Everything else</translation>
    </message>
    <message>
        <source>그리고 %1가지 더</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>이름은 한글, 영문 소문자, 숫자로 16자까지예요. 고쳐 주세요.</source>
        <translation>A name has Hangul, lower-case letters or digits, at most 16. Mend it.</translation>
    </message>
    <message>
        <source>같은 이름의 계정이 이미 있어요. 다른 이름을 써 주세요.</source>
        <translation>There is an account of this name already. Choose another name.</translation>
    </message>
    <message>
        <source>PIN은 숫자 6~12자리예요. 다시 눌러 주세요.</source>
        <translation>A PIN has 6 to 12 digits. Type it again.</translation>
    </message>
    <message>
        <source>누구나 먼저 눌러 볼 PIN이에요(같은 숫자, 이어지는 숫자, 되풀이). 다른 숫자로 정해 주세요.</source>
        <translation>Anybody would try this PIN first (few digits, a run, a repetition). Choose another.</translation>
    </message>
    <message>
        <source>두 번 누른 PIN이 달라요. 처음부터 다시 눌러 주세요.</source>
        <translation>The two PINs differ. Begin again from the first.</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 만들었어요.</source>
        <translation>The account “%1” is there.</translation>
    </message>
    <message>
        <source>‘%1’ 계정의 PIN을 바꾸었어요.</source>
        <translation>“%1” has a new PIN.</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 지웠어요. 그동안 한 일의 기록은 남아 있어요.</source>
        <translation>The account “%1” is removed. The log of what was done under it stays.</translation>
    </message>
    <message>
        <source>집계, 접수카드, 운영 멈춤, 기기 점검</source>
        <translation>Tallies, paper cards, out of service, tests</translation>
    </message>
    <message>
        <source>안내의 모든 일과 콘텐츠, 계정, 설정</source>
        <translation>All that attendants do; content, accounts, settings</translation>
    </message>
    <message>
        <source>%1에 만듦</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>나</source>
        <translation>you</translation>
    </message>
    <message>
        <source>틀린 PIN %1번</source>
        <translation>%1 missed PINs</translation>
    </message>
    <message>
        <source>월요일</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>화요일</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>수요일</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>목요일</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>금요일</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>토요일</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>일요일</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>CSV 표</source>
        <translation>CSV table</translation>
    </message>
    <message>
        <source>JSON(기계용)</source>
        <translation>JSON (for machines)</translation>
    </message>
    <message>
        <source>엑셀</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF 보고서</source>
        <translation>PDF report</translation>
    </message>
    <message>
        <source>설정을 저장했어요. 지금부터 이대로예요.</source>
        <translation>The settings are saved and in force from now on.</translation>
    </message>
    <message>
        <source>바꾸기 전의 설정으로 되돌렸어요.</source>
        <translation>The settings are as they were before.</translation>
    </message>
    <message>
        <source>쉼</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>기본값: %1</source>
        <translation>Default: %1</translation>
    </message>
    <message>
        <source>%1개</source>
        <translation>%1 backups</translation>
    </message>
    <message>
        <source>기본값: %1개. 그보다 오래된 백업은 마감할 때 지워요.</source>
        <translation>Default: %1. Older backups are deleted at closing time.</translation>
    </message>
    <message>
        <source>설정 파일을 읽거나 쓰지 못했어요. 파일은 그대로예요. 관리하는 사람에게 다음 내용을 알려 주세요.</source>
        <translation>The settings file could not be read or written. It stays as it is. Please tell the administrator what stands here.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>빠른 투표</source>
        <translation>Quick poll</translation>
    </message>
    <message>
        <source>의견 남기기</source>
        <translation>Leave an opinion</translation>
    </message>
    <message>
        <source>정책 제안</source>
        <translation>Policy proposal</translation>
    </message>
    <message>
        <source>정책 공모</source>
        <translation>Call for proposals</translation>
    </message>
    <message>
        <source>설문</source>
        <translation>Survey</translation>
    </message>
    <message>
        <source>생각 나누기</source>
        <translation>Share views</translation>
    </message>
    <message>
        <source>열린포럼·세미나</source>
        <translation>Forum and seminars</translation>
    </message>
    <message>
        <source>국민참여사업</source>
        <translation>Take part in a project</translation>
    </message>
    <message>
        <source>동의</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>동의하지 않음</source>
        <translation>Disagree</translation>
    </message>
    <message>
        <source>잘 모르겠음</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>주민등록번호처럼 보여요</source>
        <translation>Looks like a resident registration number</translation>
    </message>
    <message>
        <source>여권번호처럼 보여요</source>
        <translation>Looks like a passport number</translation>
    </message>
    <message>
        <source>전화번호처럼 보여요</source>
        <translation>Looks like a phone number</translation>
    </message>
    <message>
        <source>이메일 주소처럼 보여요</source>
        <translation>Looks like an e-mail address</translation>
    </message>
    <message>
        <source>네, 연락처를 남길게요</source>
        <translation>Yes, I will leave my contact details</translation>
    </message>
    <message>
        <source>아니요, 이름 없이 제출할게요</source>
        <translation>No, I will send it without my name</translation>
    </message>
    <message>
        <source>네, 잠가 둔 연락처를 함께 보낼게요</source>
        <translation>Yes, send the contact details that I locked</translation>
    </message>
    <message>
        <source>연락처를 지우고 다시 쓸게요</source>
        <translation>Erase them and enter them again</translation>
    </message>
    <message>
        <source>네, 만 14세 이상이에요</source>
        <translation>Yes, I am 14 or older</translation>
    </message>
    <message>
        <source>아니요, 만 14세 미만이에요</source>
        <translation>No, I am under 14</translation>
    </message>
    <message>
        <source>답변을 받고 싶으세요?</source>
        <translation>Would you like an answer?</translation>
    </message>
    <message>
        <source>남기지 않으셔도 똑같이 접수돼요. 연락처는 답변을 드릴 때만 써요.</source>
        <translation>It is received just the same without contact details. We use them only to answer you.</translation>
    </message>
    <message>
        <source>만 14세 이상이신가요?</source>
        <translation>Are you 14 or older?</translation>
    </message>
    <message>
        <source>만 14세가 안 된 분의 연락처는 받지 않기로 정해져 있어요.</source>
        <translation>We do not take contact details from anyone under 14.</translation>
    </message>
    <message>
        <source>답하지 않음</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>이 답은 받을 수 없어요. 다르게 답해 주세요.</source>
        <translation>This answer cannot be taken. Please answer differently.</translation>
    </message>
    <message>
        <source>연락처</source>
        <translation>Contact details</translation>
    </message>
    <message>
        <source>암호로 잠가 두었어요. 담당자만 볼 수 있어요.</source>
        <translation>Locked. Only the ministry’s staff can read them.</translation>
    </message>
    <message>
        <source>남기지 않음</source>
        <translation>None left</translation>
    </message>
    <message>
        <source>%1부터 %2까지</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>M월 d일</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>yyyy년 M월 d일</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>M월 d일 dddd</source>
        <translation>dddd, d MMMM</translation>
    </message>
    <message>
        <source>ko_KR</source>
        <translation>en_GB</translation>
    </message>
    <message>
        <source>약 %1초</source>
        <translation>About %1 seconds</translation>
    </message>
    <message>
        <source>약 %1분</source>
        <translation>About %1 min</translation>
    </message>
    <message>
        <source>%1에 시작해요</source>
        <translation>Opens on %1</translation>
    </message>
    <message>
        <source>마감되었어요</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>%1에 마감되었어요</source>
        <translation>Closed on %1</translation>
    </message>
</context>
</TS>
