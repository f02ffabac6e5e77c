<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="ko_KR">
<context>
    <name>ApologyScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>문제가 생겼지만 답은 저장되었어요</source>
        <translation>出现了问题，但您的回答已经保存</translation>
    </message>
    <message>
        <source>답을 저장하지 못했어요</source>
        <translation>未能保存您的回答</translation>
    </message>
    <message>
        <source>걱정하지 않으셔도 돼요. 다시 제출하실 필요가 없어요.</source>
        <translation>请放心，您不需要再次提交。</translation>
    </message>
    <message>
        <source>쓰신 내용은 아직 여기에 있어요. 한 번 더 제출해 보시거나 안내 데스크에 말씀해 주세요.</source>
        <translation>您填写的内容还在这里。请再提交一次，或告诉咨询台。</translation>
    </message>
    <message>
        <source>죄송합니다. 처음부터 다시 해 주시거나 안내 데스크에 말씀해 주세요.</source>
        <translation>很抱歉。请从头再来，或告诉咨询台。</translation>
    </message>
    <message>
        <source>직원용 코드: %1</source>
        <translation>工作人员代码：%1</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>다시 제출하기</source>
        <translation>再次提交</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>首页</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>열린포럼</source>
        <translation>开放论坛</translation>
    </message>
    <message>
        <source>오늘의 질문</source>
        <translation>今日提问</translation>
    </message>
    <message>
        <source>외교에 대한 생각을 들려주세요</source>
        <translation>请说说您对外交的看法</translation>
    </message>
    <message>
        <source>오늘 %1명이 참여했어요</source>
        <translation>今天已有%1人参加</translation>
    </message>
    <message>
        <source>여기를 누르면 시작해요</source>
        <translation>点按这里开始</translation>
    </message>
    <message>
        <source>준비하고 있어요</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>이전 언어</source>
        <translation>上一种语言</translation>
    </message>
    <message>
        <source>다시 넘기기</source>
        <translation>继续播放</translation>
    </message>
    <message>
        <source>멈추기</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>다음 언어</source>
        <translation>下一种语言</translation>
    </message>
    <message>
        <source>직원 도움</source>
        <translation>工作人员</translation>
    </message>
</context>
<context>
    <name>CautionScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>글에 개인정보가 들어 있는 것 같아요</source>
        <translation>您的文字中似乎有个人信息</translation>
    </message>
    <message>
        <source>여러 사람이 읽는 글이니 지우시는 편이 안전해요. 그대로 두셔도 공개할 때에는 가려요.</source>
        <translation>会有多人阅读这段文字，删除会更安全。即使保留，公开时也会遮盖。</translation>
    </message>
    <message>
        <source>그대로 두기</source>
        <translation>保留原样</translation>
    </message>
    <message>
        <source>직접 고치기</source>
        <translation>自己修改</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ChoiceScreen</name>
    <message>
        <source>%1개까지 고를 수 있어요.</source>
        <translation>最多可以选%1项。</translation>
    </message>
    <message>
        <source>여러 개를 고를 수 있어요.</source>
        <translation>可以选择多项。</translation>
    </message>
</context>
<context>
    <name>ClosedScreen</name>
    <message>
        <source>직원을 불렀어요</source>
        <translation>已呼叫工作人员</translation>
    </message>
    <message>
        <source>직원 부르기</source>
        <translation>呼叫工作人员</translation>
    </message>
</context>
<context>
    <name>ClosedWords</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
</context>
<context>
    <name>ClosingScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>모두 답하지 않을게요</source>
        <translation>全部不回答</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>返回确认</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>ContactScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>여기에 써 주세요</source>
        <translation>请写在这里</translation>
    </message>
    <message>
        <source>해외 번호면 + 넣기</source>
        <translation>国外号码请加+</translation>
    </message>
    <message>
        <source>골뱅이표 넣기</source>
        <translation>插入@符号</translation>
    </message>
    <message>
        <source>연락처를 남기지 않을게요</source>
        <translation>不留联系方式</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>연락처 잠그고 다음</source>
        <translation>加密保存并继续</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>HandoffScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>휴대전화로 이어서 하세요</source>
        <translation>可以在手机上继续</translation>
    </message>
    <message>
        <source>여기서 마쳐 주세요</source>
        <translation>请在这里完成</translation>
    </message>
    <message>
        <source>휴대전화 카메라로 찍으면 지금까지 쓰신 그대로 이어져요.</source>
        <translation>用手机相机扫描，就能从现在的内容继续。</translation>
    </message>
    <message>
        <source>코드는 암호로 잠겨 있어서 다른 사람이 찍어도 읽을 수 없고, 외교부만 열 수 있어요.</source>
        <translation>二维码已加密，他人扫描也无法读取内容，只有外交部可以打开。</translation>
    </message>
    <message>
        <source>남기신 연락처는 함께 가지 않아요. 휴대전화에서 다시 적어 주세요.</source>
        <translation>您留下的联系方式不会一并转移，请在手机上重新填写。</translation>
    </message>
    <message>
        <source>쓰신 글이 길어서 휴대전화가 읽을 수 있는 코드에 다 담기지 않아요. 쓰신 내용은 그대로 있으니 여기서 계속해 주세요.</source>
        <translation>您写的内容较长，放不进手机能读取的二维码。内容都还在，请在这里继续。</translation>
    </message>
    <message>
        <source>이 방문을 휴대전화로 옮기는 QR 코드</source>
        <translation>将本次内容转到手机的二维码</translation>
    </message>
    <message>
        <source>휴대전화로 옮겼어요. 여기는 지우기</source>
        <translation>已转到手机，清除这里的内容</translation>
    </message>
    <message>
        <source>여기서 계속하기</source>
        <translation>在这里继续</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>무엇에 참여하시겠어요?</source>
        <translation>您想参加哪一项？</translation>
    </message>
    <message>
        <source>누구나 참여할 수 있어요. 이름은 묻지 않아요.</source>
        <translation>任何人都可以参加，无需填写姓名。</translation>
    </message>
    <message>
        <source>진행 중</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>다른 분들은 어떻게 답했을까요?</source>
        <translation>其他人是怎么回答的？</translation>
    </message>
    <message>
        <source>결과 보기</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>보기만 해요</source>
        <translation>只看不答</translation>
    </message>
    <message>
        <source>이렇게 반영되었습니다</source>
        <translation>意见落实情况</translation>
    </message>
    <message>
        <source>지난 제안</source>
        <translation>以往的提案</translation>
    </message>
</context>
<context>
    <name>IntroScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>%1 걸려요. 질문은 %2개쯤이에요.</source>
        <translation>需要%1，大约有%2个问题。</translation>
    </message>
    <message>
        <source>%1 걸려요.</source>
        <translation>需要%1。</translation>
    </message>
    <message>
        <source>공모 기간: %1</source>
        <translation>征集期间：%1</translation>
    </message>
    <message>
        <source>참여 기간: %1</source>
        <translation>参与期间：%1</translation>
    </message>
    <message>
        <source>결과 발표일: %1</source>
        <translation>结果公布日：%1</translation>
    </message>
    <message>
        <source>이런 점을 알아 두세요</source>
        <translation>请了解以下事项</translation>
    </message>
    <message>
        <source>오늘</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>시작하기</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>다른 활동 보기</source>
        <translation>查看其他活动</translation>
    </message>
</context>
<context>
    <name>ListSheet</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>열린포럼</source>
        <translation>开放论坛</translation>
    </message>
    <message>
        <source>처음으로</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>그만두기</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>화면 설정</source>
        <translation>显示设置</translation>
    </message>
    <message>
        <source>직원 도움</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>처음 오셨나요? 새로 시작</source>
        <translation>刚来？重新开始</translation>
    </message>
    <message>
        <source>새로 시작</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>휴대전화로 이어서</source>
        <translation>转到手机继续</translation>
    </message>
    <message>
        <source>휴대전화로</source>
        <translation>转到手机</translation>
    </message>
</context>
<context>
    <name>NoteScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
</context>
<context>
    <name>NumberScreen</name>
    <message>
        <source>%1부터 %2까지 적을 수 있어요.</source>
        <translation>可以填写%1到%2之间的数字。</translation>
    </message>
    <message>
        <source>영보다 작은 수</source>
        <translation>小于零的数</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>숫자를 눌러 주세요</source>
        <translation>请按数字</translation>
    </message>
    <message>
        <source>%1부터 %2까지의 숫자로 적어 주세요.</source>
        <translation>请填写%1到%2之间的数字。</translation>
    </message>
    <message>
        <source>%1이거나 더 큰 숫자로 적어 주세요.</source>
        <translation>请填写不小于%1的数字。</translation>
    </message>
    <message>
        <source>%1이거나 더 작은 숫자로 적어 주세요.</source>
        <translation>请填写不大于%1的数字。</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>지금은 이 화면을 쓸 수 없어요</source>
        <translation>此屏幕暂时无法使用</translation>
    </message>
    <message>
        <source>먼저 남겨 주신 의견은 안전하게 보관되어 있어요. 안내 데스크에 말씀해 주시면 도와드릴게요.</source>
        <translation>之前留下的意见都已安全保存。请告诉咨询台，我们会帮助您。</translation>
    </message>
    <message>
        <source>직원용 코드: %1</source>
        <translation>工作人员代码：%1</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>已呼叫工作人员</translation>
    </message>
    <message>
        <source>직원 부르기</source>
        <translation>呼叫工作人员</translation>
    </message>
</context>
<context>
    <name>OutcomesScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>이렇게 반영되었습니다</source>
        <translation>意见落实情况</translation>
    </message>
    <message>
        <source>이렇게 말씀해 주셨어요</source>
        <translation>访客的意见</translation>
    </message>
    <message>
        <source>이렇게 바뀌었어요</source>
        <translation>带来的改变</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>참여하러 가기</source>
        <translation>去参加</translation>
    </message>
</context>
<context>
    <name>QuestionFrame</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
</context>
<context>
    <name>RankingScreen</name>
    <message>
        <source>중요한 순서대로 %1개를 눌러 주세요. 다시 누르면 빠져요.</source>
        <translation>请按重要程度依次点按%1项。再次点按可取消。</translation>
    </message>
    <message>
        <source>중요한 순서대로 눌러 주세요. 다시 누르면 빠져요.</source>
        <translation>请按重要程度依次点按。再次点按可取消。</translation>
    </message>
</context>
<context>
    <name>ResultsScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>잘 접수되었어요. 접수번호 %1</source>
        <translation>已受理。受理编号 %1</translation>
    </message>
    <message>
        <source>지금까지 %1명이 답했어요. %2명이 되면 결과를 보여 드려요. 누가 어떻게 답했는지 알 수 없게 하려는 거예요.</source>
        <translation>目前已有%1人作答，满%2人后显示结果，以免推断出个人的回答。</translation>
    </message>
    <message>
        <source>%1명</source>
        <translation>%1人</translation>
    </message>
    <message>
        <source>내 답</source>
        <translation>我的回答</translation>
    </message>
    <message>
        <source>지금까지 이 화면에서 %1명이 답했어요. 뽑힌 사람에게 물은 표본조사가 아니라서, 온 국민의 생각이라고 할 수는 없어요.</source>
        <translation>到目前为止，有%1人在此屏幕上作答。这不是抽样调查，不能代表全体国民的想法。</translation>
    </message>
    <message>
        <source>가렸어요</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>%1명 미만인 답은 가렸어요. 그 수를 짐작하게 하는 답도 함께 가려서, 누가 어떻게 답했는지 알 수 없게 했어요.</source>
        <translation>不显示少于%1人的回答，也不显示可推算出该人数的回答，以免看出是谁的回答。</translation>
    </message>
    <message>
        <source>이전 결과</source>
        <translation>上一个结果</translation>
    </message>
    <message>
        <source>다음 결과</source>
        <translation>下一个结果</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>접수증 받기</source>
        <translation>领取受理凭证</translation>
    </message>
    <message>
        <source>참여하러 가기</source>
        <translation>去参加</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>이대로 제출할까요?</source>
        <translation>就这样提交吗？</translation>
    </message>
    <message>
        <source>고치고 싶은 답을 누르면 바로 바꿀 수 있어요.</source>
        <translation>点按想修改的回答，即可更改。</translation>
    </message>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>고치기</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>저장하고 있어요…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>제출하기</source>
        <translation>提交</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>언어를 골라 주세요</source>
        <translation>请选择语言</translation>
    </message>
    <message>
        <source>닫기</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>화면을 보기 편하게 바꿔 보세요</source>
        <translation>让屏幕更容易看清</translation>
    </message>
    <message>
        <source>다 됐어요</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>큰 글씨</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>선명한 화면</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>움직임 줄이기</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>직원을 불렀어요</source>
        <translation>已呼叫工作人员</translation>
    </message>
    <message>
        <source>잠시만 기다려 주세요. 급하시면 안내 데스크에 말씀해 주세요. 쓰시던 내용은 그대로 있어요.</source>
        <translation>请稍候。如有急事，请告诉咨询台。您填写的内容都还在。</translation>
    </message>
    <message>
        <source>계속하기</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>새로 시작할까요?</source>
        <translation>重新开始吗？</translation>
    </message>
    <message>
        <source>아직 제출하지 않은 내용은 모두 지워져요.</source>
        <translation>尚未提交的内容将全部清除。</translation>
    </message>
    <message>
        <source>지우고 새로 시작</source>
        <translation>清除并重新开始</translation>
    </message>
    <message>
        <source>처음 화면으로 갈까요?</source>
        <translation>返回首页吗？</translation>
    </message>
    <message>
        <source>이 카드를 그만둘까요?</source>
        <translation>要停止录入这张卡片吗？</translation>
    </message>
    <message>
        <source>이 활동에서 고르거나 쓰신 내용은 지워져요.</source>
        <translation>您在此活动中选择或填写的内容将被清除。</translation>
    </message>
    <message>
        <source>이 카드에서 옮겨 적은 내용은 지워져요. 이미 저장한 카드는 그대로예요.</source>
        <translation>从这张卡片录入的内容会被清除。已保存的卡片不受影响。</translation>
    </message>
    <message>
        <source>지우고 처음으로</source>
        <translation>清除并返回首页</translation>
    </message>
    <message>
        <source>지우고 그만두기</source>
        <translation>清除并停止</translation>
    </message>
    <message>
        <source>방금 제출하신 것을 취소할까요?</source>
        <translation>要撤销刚才的提交吗？</translation>
    </message>
    <message>
        <source>쓰신 내용을 이 기계에서 지워요. 지운 뒤에는 되돌릴 수 없어요.</source>
        <translation>您填写的内容将从本机删除，删除后无法恢复。</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>취소하고 지우기</source>
        <translation>撤销并删除</translation>
    </message>
    <message>
        <source>아직 계신가요?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>시간이 지나면 다음 분을 위해 쓰시던 내용을 지워요.</source>
        <translation>时间一到，将为下一位清除您填写的内容。</translation>
    </message>
    <message>
        <source>계속할게요</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>그만할게요</source>
        <translation>我不继续了</translation>
    </message>
</context>
<context>
    <name>StaffCardsScreen</name>
    <message>
        <source>방금 카드 취소 (%1초 안에)</source>
        <translation>取消刚才的卡片（%1秒内）</translation>
    </message>
    <message>
        <source>어떤 카드인가요? 오늘 입력한 카드: %1장</source>
        <translation>是哪张卡片？今天已录入：%1张</translation>
    </message>
    <message>
        <source>하루 전</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>하루 뒤</source>
        <translation>后一天</translation>
    </message>
</context>
<context>
    <name>StaffContentScreen</name>
    <message>
        <source>USB에서 콘텐츠 설치</source>
        <translation>从U盘安装内容</translation>
    </message>
    <message>
        <source>활동 열고 닫기</source>
        <translation>开放与关闭活动</translation>
    </message>
    <message>
        <source>열림</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>닫음</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>기간 밖</source>
        <translation>期限外</translation>
    </message>
    <message>
        <source>지금 쓰는 콘텐츠</source>
        <translation>正在使用的内容</translation>
    </message>
    <message>
        <source>이전 판으로 (%1)</source>
        <translation>回到上一版（%1）</translation>
    </message>
</context>
<context>
    <name>StaffDone</name>
    <message>
        <source>되돌리기</source>
        <translation>撤销</translation>
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
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
</context>
<context>
    <name>StaffInstallScreen</name>
    <message>
        <source>다른 파일 보기</source>
        <translation>查看其他文件</translation>
    </message>
    <message>
        <source>설치하지 않고 돌아가기</source>
        <translation>不安装，返回</translation>
    </message>
    <message>
        <source>받아들이고 설치</source>
        <translation>接受并安装</translation>
    </message>
    <message>
        <source>이 USB에는 콘텐츠 파일(.yaml)이 없어요. 맨 위 폴더나 그 아래 폴더에 넣어 다시 꽂아 주세요.</source>
        <translation>此U盘上没有内容文件（.yaml）。请放入最上层或其下一层文件夹，再重新插入。</translation>
    </message>
    <message>
        <source>USB를 꽂아 주세요. 꽂으면 여기에 나타나요.</source>
        <translation>请插入U盘。插入后会显示在这里。</translation>
    </message>
    <message>
        <source>USB에 있는 콘텐츠</source>
        <translation>U盘上的内容</translation>
    </message>
    <message>
        <source>잘못된 곳</source>
        <translation>错误之处</translation>
    </message>
    <message>
        <source>받아들이면 이렇게 돼요</source>
        <translation>接受后会这样</translation>
    </message>
    <message>
        <source>새 활동: %1</source>
        <translation>新活动：%1</translation>
    </message>
    <message>
        <source>없어지는 활동: %1</source>
        <translation>移除的活动：%1</translation>
    </message>
    <message>
        <source>바뀜: %1</source>
        <translation>更改：%1</translation>
    </message>
    <message>
        <source>이미 받은 의견은 그대로 남아요. 다음 방문자부터 새 콘텐츠가 보이고, 언제든 되돌릴 수 있어요.</source>
        <translation>已收到的意见会保留。从下一位访客起显示新内容，随时可以恢复。</translation>
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
        <translation>正在显示：%1</translation>
    </message>
</context>
<context>
    <name>StaffMessageScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>停止并返回</translation>
    </message>
    <message>
        <source>운영을 멈추고 이 글 보이기</source>
        <translation>暂停并显示此文</translation>
    </message>
    <message>
        <source>방문자에게 보일 글</source>
        <translation>给访客看的文字</translation>
    </message>
    <message>
        <source>예: 오후 2시에 다시 열어요</source>
        <translation>例如：下午2点重新开放</translation>
    </message>
    <message>
        <source>쓴 그대로 보여요. 다른 말을 쓰는 분께는 아래 문장이 그 언어로 함께 보여요.</source>
        <translation>将按所写原样显示。使用其他语言的访客会同时看到该语言的下方句子。</translation>
    </message>
    <message>
        <source>방문자가 보는 화면</source>
        <translation>访客看到的画面</translation>
    </message>
</context>
<context>
    <name>StaffNameScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>停止并返回</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>이름</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>예: 지수</source>
        <translation>例如：jisu</translation>
    </message>
    <message>
        <source>무엇을 맡나요?</source>
        <translation>负责什么？</translation>
    </message>
</context>
<context>
    <name>StaffPeopleScreen</name>
    <message>
        <source>계정 더하기</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>PIN 바꾸기</source>
        <translation>更改PIN</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 지울까요?</source>
        <translation>要删除账户“%1”吗？</translation>
    </message>
    <message>
        <source>이 계정으로는 더 들어올 수 없어요. 그동안 한 일의 기록은 남아요.</source>
        <translation>将不能再用此账户进入。以往的操作记录会保留。</translation>
    </message>
    <message>
        <source>그대로 둘게요</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>StaffPinScreen</name>
    <message>
        <source>그만두고 돌아가기</source>
        <translation>停止并返回</translation>
    </message>
    <message>
        <source>저장</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>‘%1’의 새 PIN을 한 번 더 눌러 주세요</source>
        <translation>请再次输入“%1”的新PIN</translation>
    </message>
    <message>
        <source>‘%1’의 새 PIN을 눌러 주세요(숫자 6~12자리)</source>
        <translation>请输入“%1”的新PIN（6至12位数字）</translation>
    </message>
    <message>
        <source>지우기</source>
        <translation>删除</translation>
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
        <translation>保存更改</translation>
    </message>
    <message>
        <source>여는 시간</source>
        <translation>开放时间</translation>
    </message>
    <message>
        <source>여는 시간 밖에는 화면 끄기</source>
        <translation>非开放时间关闭屏幕</translation>
    </message>
    <message>
        <source>꺼진 화면은 누르면 2분 동안 켜지고, 참여하고 있는 방문은 끊지 않아요. 기본값: 늘 켜 둠</source>
        <translation>触摸黑屏后会亮两分钟，正在参与的访客不会被中断。默认：常亮</translation>
    </message>
    <message>
        <source>켬</source>
        <translation>开</translation>
    </message>
    <message>
        <source>끔</source>
        <translation>关</translation>
    </message>
    <message>
        <source>시각은 서울 시각이에요.</source>
        <translation>时间为首尔时间。</translation>
    </message>
    <message>
        <source>이날은 하루 내내 화면이 꺼져 있어요.</source>
        <translation>这一天屏幕全天关闭。</translation>
    </message>
    <message>
        <source>바꾼 것은 저장한 뒤부터 써요. 저장하지 않고 나가면 바꾸기 전 그대로예요.</source>
        <translation>更改在保存后生效。未保存就离开，设置保持更改前的状态。</translation>
    </message>
    <message>
        <source>이날 열어요</source>
        <translation>当天开放</translation>
    </message>
    <message>
        <source>쉼</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>열림</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>%1에 열고</source>
        <translation>%1开门</translation>
    </message>
    <message>
        <source>%1에 닫아요</source>
        <translation>%1关门</translation>
    </message>
    <message>
        <source>%1분 일찍</source>
        <translation>提前%1分钟</translation>
    </message>
    <message>
        <source>%1분 늦게</source>
        <translation>推迟%1分钟</translation>
    </message>
    <message>
        <source>월~금 모두 이렇게</source>
        <translation>周一至周五相同</translation>
    </message>
    <message>
        <source>매일 이렇게</source>
        <translation>每天相同</translation>
    </message>
    <message>
        <source>마감할 때 쓰는 집계 파일</source>
        <translation>打烊时写出的统计文件</translation>
    </message>
    <message>
        <source>남겨 두는 백업</source>
        <translation>保留的备份</translation>
    </message>
    <message>
        <source>적게</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>많게</source>
        <translation>增加</translation>
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
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>다른 분이 남긴 생각이에요</source>
        <translation>这是其他人的想法</translation>
    </message>
    <message>
        <source>동의해요</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>동의하지 않아요</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>잘 모르겠어요</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>이전</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>返回确认</translation>
    </message>
    <message>
        <source>여기까지 할게요</source>
        <translation>就到这里</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>이전</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>확인으로 돌아가기</source>
        <translation>返回确认</translation>
    </message>
    <message>
        <source>건너뛰기</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>다음</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>TextScreen</name>
    <message>
        <source>여기에 써 주세요</source>
        <translation>请写在这里</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>위로</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>아래로</source>
        <translation>向下</translation>
    </message>
    <message>
        <source>고맙습니다. 잘 접수되었어요.</source>
        <translation>谢谢您，我们已经收到。</translation>
    </message>
    <message>
        <source>담당 부서가 읽고 정책을 만들 때 참고해요.</source>
        <translation>主管部门会阅读，并在制定政策时参考。</translation>
    </message>
    <message>
        <source>담당 부서가 살펴보고, 접수한 날부터 한 달 안에 채택할지 정해요.</source>
        <translation>主管部门会进行审议，并在受理之日起一个月内决定是否采纳。</translation>
    </message>
    <message>
        <source>행사 때 진행자에게 전해 드려요.</source>
        <translation>我们会转达给活动主持人。</translation>
    </message>
    <message>
        <source>사업 담당자에게 전해 드려요.</source>
        <translation>我们会转达给项目负责人。</translation>
    </message>
    <message>
        <source>담당 부서가 읽고, 남기신 연락처로 답변을 드려요.</source>
        <translation>主管部门阅读后，会通过您留下的联系方式答复。</translation>
    </message>
    <message>
        <source>공모가 끝난 뒤 한 달 안에 심사해서 채택할지 정해요.</source>
        <translation>征集结束后一个月内评审并决定是否采纳。</translation>
    </message>
    <message>
        <source>제출을 취소했어요.</source>
        <translation>已撤销提交。</translation>
    </message>
    <message>
        <source>휴대전화로 QR 코드를 찍으면 어떻게 되었는지 볼 수 있어요.</source>
        <translation>用手机扫描二维码，可查看后续处理情况。</translation>
    </message>
    <message>
        <source>나중에 물어보실 때 이 접수번호를 알려 주세요.</source>
        <translation>日后查询时，请提供这个受理编号。</translation>
    </message>
    <message>
        <source>쓰신 내용은 이 기계에서 지웠고, 결과에도 세지 않아요.</source>
        <translation>您填写的内容已从本机删除，也不计入结果。</translation>
    </message>
    <message>
        <source>외교부로 이미 보내졌다면 거기에서도 지우도록 알려요. 이 접수번호는 ‘취소됨’으로 남아요.</source>
        <translation>如已发送至外交部，也会通知其删除。此受理编号将标记为“已撤销”。</translation>
    </message>
    <message>
        <source>접수번호</source>
        <translation>受理编号</translation>
    </message>
    <message>
        <source>접수</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>취소</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>내 접수증을 여는 QR 코드</source>
        <translation>打开受理凭证的二维码</translation>
    </message>
    <message>
        <source>마치기 (%1초)</source>
        <translation>结束（%1秒）</translation>
    </message>
    <message>
        <source>방금 제출 취소 (%1초 안에)</source>
        <translation>撤销提交（剩余%1秒）</translation>
    </message>
    <message>
        <source>다른 활동도 하기</source>
        <translation>参加其他活动</translation>
    </message>
    <message>
        <source>마치기 (%1초 뒤 자동으로)</source>
        <translation>结束（%1秒后自动）</translation>
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
        <translation>纸质卡片</translation>
    </message>
    <message>
        <source>콘텐츠</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>계정</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>설정</source>
        <translation>设置</translation>
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
        <translation>稍后重新开放</translation>
    </message>
    <message>
        <source>점검하고 있어요</source>
        <translation>正在检修</translation>
    </message>
    <message>
        <source>오늘은 마쳤어요</source>
        <translation>今天已结束</translation>
    </message>
    <message>
        <source>옆 키오스크를 이용해 주세요</source>
        <translation>请使用旁边的终端</translation>
    </message>
    <message>
        <source>조금만 기다려 주세요. 급하시면 안내 데스크에 말씀해 주세요.</source>
        <translation>请稍候。如有急事，请告知咨询台。</translation>
    </message>
    <message>
        <source>불편을 드려 죄송해요. 의견은 안내 데스크의 접수카드로도 받아요.</source>
        <translation>给您带来不便，十分抱歉。您也可以在咨询台填写意见卡。</translation>
    </message>
    <message>
        <source>함께해 주셔서 고마워요. 다음에 또 들러 주세요.</source>
        <translation>感谢您的参与，欢迎下次再来。</translation>
    </message>
    <message>
        <source>이 화면은 지금 쉬고 있어요. 옆에서 똑같이 참여하실 수 있어요.</source>
        <translation>这台屏幕正在休息。您可以在旁边的终端同样参与。</translation>
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
        <translation>剩余%1</translation>
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
        <translation>纸质卡片 · %1</translation>
    </message>
    <message>
        <source>‘%1’ 카드를 저장했어요. 카드에 적어 둘 접수번호: %2</source>
        <translation>已保存“%1”的卡片。请在卡片上写下受理编号 %2。</translation>
    </message>
    <message>
        <source>접수번호 %1 카드를 취소했어요. 적은 내용은 지웠고 세지 않아요.</source>
        <translation>已取消编号 %1 的卡片。录入的内容已清除，不计入统计。</translation>
    </message>
    <message>
        <source>직접 쓰기</source>
        <translation>自己填写</translation>
    </message>
    <message>
        <source>운영해요</source>
        <translation>In service</translation>
    </message>
    <message>
        <source>지금은 이 화면을 쓸 수 없어요. 궁금하신 점은 안내 데스크에 말씀해 주세요.</source>
        <translation>此屏幕暂时无法使用。如有疑问，请咨询服务台。</translation>
    </message>
    <message>
        <source>새로 생겨요</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>없어져요</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>바뀌어요</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>말이 바뀌어요</source>
        <translation>措辞更改</translation>
    </message>
    <message>
        <source>순서가 바뀌어요</source>
        <translation>顺序更改</translation>
    </message>
    <message>
        <source>질문</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>보기</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>주제</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>반영된 제안</source>
        <translation>已采纳的建议</translation>
    </message>
    <message>
        <source>활동</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>언어</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>제목</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>여는 날</source>
        <translation>开放日</translation>
    </message>
    <message>
        <source>닫는 날</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>결과 발표일</source>
        <translation>结果公布日</translation>
    </message>
    <message>
        <source>걸리는 시간(분)</source>
        <translation>所需时间（分钟）</translation>
    </message>
    <message>
        <source>꼭 답해야 하는지</source>
        <translation>是否必答</translation>
    </message>
    <message>
        <source>묻는 조건</source>
        <translation>提问条件</translation>
    </message>
    <message>
        <source>받는 조건</source>
        <translation>接受条件</translation>
    </message>
    <message>
        <source>행사 순서</source>
        <translation>活动日程</translation>
    </message>
    <message>
        <source>묻는 방법</source>
        <translation>提问方式</translation>
    </message>
    <message>
        <source>지금 쓰고 있는 것과 같아요. 설치할 것이 없어요.</source>
        <translation>与正在使用的相同，没有需要安装的内容。</translation>
    </message>
    <message>
        <source>파일을 읽지 못했어요. 아무것도 바꾸지 않았어요. USB를 다시 꽂아 주세요.</source>
        <translation>无法读取文件，未作任何更改。请重新插入U盘。</translation>
    </message>
    <message>
        <source>여기에는 더 새로운 %1판이 있어요. 아무것도 바꾸지 않았어요. 옛 판을 쓰려면 앞 화면에서 되돌려 주세요.</source>
        <translation>这里已有更新的第%1版，未作任何更改。若要使用旧版，请在上一页恢复。</translation>
    </message>
    <message>
        <source>%1판이 이미 있는데 내용이 달라요. 아무것도 바꾸지 않았어요. 만든 사람에게 판 번호를 올려 달라고 해 주세요.</source>
        <translation>第%1版已存在，但内容不同，未作任何更改。请让制作者提高版本号。</translation>
    </message>
    <message>
        <source>활동 %2이(가) 다른 묶음(%1)에 이미 있어요. 아무것도 바꾸지 않았어요. 만든 사람에게 이 화면을 보여 주세요.</source>
        <translation>活动 %2 已在另一个内容包（%1）中，未作任何更改。请把此画面给制作者看。</translation>
    </message>
    <message>
        <source>콘텐츠 파일에 잘못된 곳이 있어요. 아무것도 바꾸지 않았어요. 만든 사람에게 아래 내용을 보여 주세요.</source>
        <translation>内容文件有错误，未作任何更改。请把下面的内容给制作者看。</translation>
    </message>
    <message>
        <source>‘%1’ 활동을 닫았어요. 다음 방문자부터 참여할 수 없어요.</source>
        <translation>已关闭“%1”，从下一位访客起不能参与。</translation>
    </message>
    <message>
        <source>‘%1’ 활동을 열었어요. 정해진 기간에 참여할 수 있어요.</source>
        <translation>已开放“%1”，在规定期限内可以参与。</translation>
    </message>
    <message>
        <source>‘%1’ %2판을 설치했어요. 다음 방문자부터 보여요.</source>
        <translation>已安装“%1”第%2版，从下一位访客起显示。</translation>
    </message>
    <message>
        <source>‘%1’을(를) %2판으로 되돌렸어요. 다음 방문자부터 보여요.</source>
        <translation>已将“%1”恢复到第%2版，从下一位访客起显示。</translation>
    </message>
    <message>
        <source>%1부터</source>
        <translation>%1起</translation>
    </message>
    <message>
        <source>%1까지</source>
        <translation>截至%1</translation>
    </message>
    <message>
        <source>기간 없이 늘</source>
        <translation>不限期</translation>
    </message>
    <message>
        <source>닫아 두었어요</source>
        <translation>已由职员关闭</translation>
    </message>
    <message>
        <source>참여할 수 있어요</source>
        <translation>可以参与</translation>
    </message>
    <message>
        <source>%1판</source>
        <translation>第%1版</translation>
    </message>
    <message>
        <source>%1판 · 활동 %2개 · %3에 설치</source>
        <translation>第%1版 · %2项活动 · %3安装</translation>
    </message>
    <message>
        <source>%1판에서 되돌림</source>
        <translation>从第%1版恢复</translation>
    </message>
    <message>
        <source>%1번째 줄</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>그 밖에</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>그리고 %1가지 더</source>
        <translation>另有%1项</translation>
    </message>
    <message>
        <source>이름은 한글, 영문 소문자, 숫자로 16자까지예요. 고쳐 주세요.</source>
        <translation>名称可用韩文、小写英文字母、数字，最多16个字。请修改。</translation>
    </message>
    <message>
        <source>같은 이름의 계정이 이미 있어요. 다른 이름을 써 주세요.</source>
        <translation>已有同名账户。请换一个名称。</translation>
    </message>
    <message>
        <source>PIN은 숫자 6~12자리예요. 다시 눌러 주세요.</source>
        <translation>PIN为6至12位数字。请重新输入。</translation>
    </message>
    <message>
        <source>누구나 먼저 눌러 볼 PIN이에요(같은 숫자, 이어지는 숫자, 되풀이). 다른 숫자로 정해 주세요.</source>
        <translation>这是任何人都会先尝试的PIN（相同、连续或重复的数字）。请换一个。</translation>
    </message>
    <message>
        <source>두 번 누른 PIN이 달라요. 처음부터 다시 눌러 주세요.</source>
        <translation>两次输入的PIN不同。请从头重新输入。</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 만들었어요.</source>
        <translation>已创建账户“%1”。</translation>
    </message>
    <message>
        <source>‘%1’ 계정의 PIN을 바꾸었어요.</source>
        <translation>已更改账户“%1”的PIN。</translation>
    </message>
    <message>
        <source>‘%1’ 계정을 지웠어요. 그동안 한 일의 기록은 남아 있어요.</source>
        <translation>已删除账户“%1”。以往的操作记录仍保留。</translation>
    </message>
    <message>
        <source>집계, 접수카드, 운영 멈춤, 기기 점검</source>
        <translation>统计、纸质卡片、暂停服务、设备检查</translation>
    </message>
    <message>
        <source>안내의 모든 일과 콘텐츠, 계정, 설정</source>
        <translation>引导员的所有操作，以及内容、账户、设置</translation>
    </message>
    <message>
        <source>%1에 만듦</source>
        <translation>%1创建</translation>
    </message>
    <message>
        <source>나</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>틀린 PIN %1번</source>
        <translation>PIN错误%1次</translation>
    </message>
    <message>
        <source>월요일</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>화요일</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>수요일</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>목요일</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>금요일</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>토요일</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>일요일</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>CSV 표</source>
        <translation>CSV表格</translation>
    </message>
    <message>
        <source>JSON(기계용)</source>
        <translation>JSON（机器用）</translation>
    </message>
    <message>
        <source>엑셀</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF 보고서</source>
        <translation>PDF报告</translation>
    </message>
    <message>
        <source>설정을 저장했어요. 지금부터 이대로예요.</source>
        <translation>设置已保存，即刻生效。</translation>
    </message>
    <message>
        <source>바꾸기 전의 설정으로 되돌렸어요.</source>
        <translation>已恢复为更改前的设置。</translation>
    </message>
    <message>
        <source>쉼</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>기본값: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>%1개</source>
        <translation>%1个</translation>
    </message>
    <message>
        <source>기본값: %1개. 그보다 오래된 백업은 마감할 때 지워요.</source>
        <translation>默认：%1个。更早的备份会在打烊时删除。</translation>
    </message>
    <message>
        <source>설정 파일을 읽거나 쓰지 못했어요. 파일은 그대로예요. 관리하는 사람에게 다음 내용을 알려 주세요.</source>
        <translation>无法读取或写入设置文件。文件保持原样。请将以下内容告知管理员。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>빠른 투표</source>
        <translation>快速投票</translation>
    </message>
    <message>
        <source>의견 남기기</source>
        <translation>留下意见</translation>
    </message>
    <message>
        <source>정책 제안</source>
        <translation>政策建议</translation>
    </message>
    <message>
        <source>정책 공모</source>
        <translation>政策征集</translation>
    </message>
    <message>
        <source>설문</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>생각 나누기</source>
        <translation>交流想法</translation>
    </message>
    <message>
        <source>열린포럼·세미나</source>
        <translation>论坛与研讨会</translation>
    </message>
    <message>
        <source>국민참여사업</source>
        <translation>公众参与项目</translation>
    </message>
    <message>
        <source>동의</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>동의하지 않음</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>잘 모르겠음</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>주민등록번호처럼 보여요</source>
        <translation>看起来像居民登记号码</translation>
    </message>
    <message>
        <source>여권번호처럼 보여요</source>
        <translation>看起来像护照号码</translation>
    </message>
    <message>
        <source>전화번호처럼 보여요</source>
        <translation>看起来像电话号码</translation>
    </message>
    <message>
        <source>이메일 주소처럼 보여요</source>
        <translation>看起来像电子邮箱地址</translation>
    </message>
    <message>
        <source>네, 연락처를 남길게요</source>
        <translation>要，我留下联系方式</translation>
    </message>
    <message>
        <source>아니요, 이름 없이 제출할게요</source>
        <translation>不用，匿名提交</translation>
    </message>
    <message>
        <source>네, 잠가 둔 연락처를 함께 보낼게요</source>
        <translation>要，一并提交已加密的联系方式</translation>
    </message>
    <message>
        <source>연락처를 지우고 다시 쓸게요</source>
        <translation>删除联系方式并重新填写</translation>
    </message>
    <message>
        <source>네, 만 14세 이상이에요</source>
        <translation>是，已满14周岁</translation>
    </message>
    <message>
        <source>아니요, 만 14세 미만이에요</source>
        <translation>不是，未满14周岁</translation>
    </message>
    <message>
        <source>답변을 받고 싶으세요?</source>
        <translation>您希望得到答复吗？</translation>
    </message>
    <message>
        <source>남기지 않으셔도 똑같이 접수돼요. 연락처는 답변을 드릴 때만 써요.</source>
        <translation>不留联系方式也同样受理。联系方式仅用于答复您。</translation>
    </message>
    <message>
        <source>만 14세 이상이신가요?</source>
        <translation>您已满14周岁吗？</translation>
    </message>
    <message>
        <source>만 14세가 안 된 분의 연락처는 받지 않기로 정해져 있어요.</source>
        <translation>按规定，我们不收集未满14周岁者的联系方式。</translation>
    </message>
    <message>
        <source>답하지 않음</source>
        <translation>未回答</translation>
    </message>
    <message>
        <source>이 답은 받을 수 없어요. 다르게 답해 주세요.</source>
        <translation>无法接受这个答案，请换一个回答。</translation>
    </message>
    <message>
        <source>연락처</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>암호로 잠가 두었어요. 담당자만 볼 수 있어요.</source>
        <translation>已加密，只有负责人员可以查看。</translation>
    </message>
    <message>
        <source>남기지 않음</source>
        <translation>未留</translation>
    </message>
    <message>
        <source>%1부터 %2까지</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>M월 d일</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>yyyy년 M월 d일</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>M월 d일 dddd</source>
        <translation>M月d日（dddd）</translation>
    </message>
    <message>
        <source>ko_KR</source>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>약 %1초</source>
        <translation>约%1秒</translation>
    </message>
    <message>
        <source>약 %1분</source>
        <translation>约%1分钟</translation>
    </message>
    <message>
        <source>%1에 시작해요</source>
        <translation>%1开始</translation>
    </message>
    <message>
        <source>마감되었어요</source>
        <translation>已截止</translation>
    </message>
    <message>
        <source>%1에 마감되었어요</source>
        <translation>已于%1截止</translation>
    </message>
</context>
</TS>
